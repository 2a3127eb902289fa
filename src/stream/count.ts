import { hasMoved } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import { dayOf } from '../comment/time.ts';
import { assumedBefore, type CommentChange, stepOf } from '../moderation/steps.ts';
import { STEPS_MAX, type Step } from '../moderation/tally.ts';
import type {
  ArticleTally,
  ReadCounted,
  RecountArticle,
  RepairCounts,
  SaveTally,
} from '../storage/maintenance-store.ts';
import type { Consumer, Failure } from './consumer.ts';

const TRIES = 4;

type Deps = { readonly store: ReadCounted & SaveTally & RecountArticle & RepairCounts };

/**
 * Counts changes of comments, each exactly once however often and in whatever order it is delivered: every comment keeps
 * what was counted of it, by its version. An article whose counts follow another stream, which a restored table's do, is first
 * counted anew. An article that cannot be counted fails with all of its changes.
 * A site's articles go one after the other, since all of them add to the same counts of its queues.
 */
export const count: Consumer<Deps, 'comment'> = {
  name: 'count',
  kinds: ['comment'],
  follow: async (deps, changes) => {
    const sites = [...Map.groupBy(changes, ({ site }) => site).values()];
    const failed = await Promise.all(sites.map((ofOne) => countSite(deps, ofOne)));

    return failed.flat();
  },
};

const countSite = async (deps: Deps, changes: readonly CommentChange[]): Promise<readonly Failure[]> => {
  const failed: Failure[] = [];
  for (const ofOne of Map.groupBy(changes, ({ article }) => article).values())
    try {
      await countArticle(deps, ofOne);
    } catch (cause) {
      failed.push(...ofOne.map(({ record }) => ({ record, cause })));
    }
  return failed;
};

const countArticle = async (deps: Deps, changes: readonly CommentChange[]) => {
  const comments = [...Map.groupBy(changes, idOf).values()];
  for (let at = 0; at < comments.length; at += STEPS_MAX)
    await countChunk(deps, comments.slice(at, at + STEPS_MAX));
};

/** The changes of some comments of one article, one list per comment. */
type Chunk = readonly (readonly CommentChange[])[];

/** Reads nothing in the usual case, where no change was lost or delivered twice: the first change then tells what was counted before. */
const countChunk = async (deps: Deps, chunk: Chunk) => {
  const { store } = deps;
  const isSaved = await save(
    deps,
    chunk,
    chunk.map((changes) => stepOf(changes, assumedBefore(changes))),
  );
  if (isSaved) return;

  const [{ site, article, stream }] = chunk[0] as [CommentChange];
  for (let tried = 0; tried < TRIES; tried += 1) {
    const known = await store.readCounted(
      site,
      article,
      chunk.map(([first]) => idOf(first as CommentChange)),
    );
    const steps = chunk.map((changes) =>
      stepOf(changes, known.counted.get(idOf(changes[0] as CommentChange))),
    );
    const isOther = known.stream !== undefined && known.stream !== stream;
    if (isOther || steps.includes('unclear')) await countAnew(deps, chunk);
    else if (await save(deps, chunk, steps)) return;
  }
  throw new Error('Others kept counting the same article.');
};

type Steps = readonly ReturnType<typeof stepOf>[];

/** True when nothing was left to count, or all of it was counted. */
const save = async ({ store }: Deps, chunk: Chunk, found: Steps): Promise<boolean> => {
  const steps = found.filter((step) => step !== undefined);
  if (steps.length === 0) return true;
  const clear = steps.filter((step) => step !== 'unclear');
  return clear.length === steps.length && store.saveTally(tallyOf(chunk.flat(), clear));
};

/** Counts the article itself: changes were lost between two streams, or before a comment's oldest known change. */
const countAnew = async ({ store }: Deps, chunk: Chunk) => {
  const [{ site, article, stream }] = chunk[0] as [CommentChange];
  await store.repair(site, article, await store.recount(site, article), stream);
};

const tallyOf = (changes: readonly CommentChange[], steps: readonly Step[]): ArticleTally => {
  const { site, article, stream } = changes[0] as CommentChange;
  const lasts = [...Map.groupBy(changes, idOf).values()].map(lastOf);
  const standing = lasts.flatMap(({ after }) => (after && isVouchedFor(after) ? after : []));
  const ids = standing.map(({ id }) => id);
  const withdrawn = changes.filter(saidSomething).map(idOf);
  const [title] = standing.flatMap(({ id: by, articleTitle: text }) => (text ? { text, by } : []));
  const [first, ...others] = standing.flatMap(({ id: by, articleLink: text }) => (text ? { text, by } : []));
  const link = first && others.reduce((said, one) => (hasMoved(said, one) ? one : said), first);
  return {
    site,
    article,
    stream,
    steps,
    days: [...new Set(changes.flatMap(daysOf))],
    at: Math.max(...changes.map(({ at }) => at)),
    withdrawn: [...new Set(withdrawn)].filter((id) => !ids.includes(id)),
    ...(title === undefined ? {} : { title }),
    ...(link === undefined ? {} : { link }),
  };
};

/** What a comment says of its article is shown to others only once a moderator has approved it. */
const isVouchedFor = ({ status, seen }: Comment): boolean => status === 'approved' && seen;

const saidSomething = ({ before }: CommentChange): boolean =>
  before !== undefined &&
  isVouchedFor(before) &&
  (before.articleTitle !== undefined || before.articleLink !== undefined);

/** A removal comes after the version it removes. */
const lastOf = (ofOne: readonly CommentChange[]): CommentChange =>
  ofOne.reduce((last, change) => (versionOf(change) > versionOf(last) ? change : last));
const versionOf = ({ before, after }: CommentChange): number => after?.version ?? (before?.version ?? 0) + 1;

/** The day of the change and, just after midnight, also the day before, on which the new comment came in. */
const daysOf = ({ before, after, at }: CommentChange): readonly string[] =>
  [at, before ? at : (after?.createdAt ?? at)].map(dayOf);

const idOf = ({ before, after }: CommentChange) => ((after ?? before) as Comment).id;
