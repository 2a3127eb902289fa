import type { Comment } from '../comment/comment.ts';
import { automaticEvents, type CommentChange, tally } from '../moderation/tally.ts';
import type { ArticleTally, ReadSequence, SaveTally } from '../storage/upkeep-store.ts';
import type { Consumer, Failure } from './consumer.ts';

/** Changes counted in one transaction, which holds at most 100 writes: an author and an event each, and three more. */
const CHUNK = 40;
const TRIES = 3;

type Deps = { readonly store: ReadSequence & SaveTally };

/**
 * Counts changes of comments, each exactly once however often it is delivered: per article, in order, from the last
 * one counted on. An article that cannot be counted fails with all of its changes.
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
  const inOrder = changes.toSorted((a, b) => (a.sequence < b.sequence ? -1 : 1));
  for (let at = 0; at < inOrder.length; at += CHUNK) await countChunk(deps, inOrder.slice(at, at + CHUNK));
};

const countChunk = async ({ store }: Deps, chunk: readonly CommentChange[]) => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [first] = chunk;
    if (!first) return;
    const after = await store.readSequence(first.site, first.article);
    const fresh = chunk.filter(({ sequence }) => after === undefined || sequence > after);

    if (fresh.length === 0 || (await store.saveTally(tallyOf(fresh, after)))) return;
  }
  throw new Error('Others kept counting the same article.');
};

const tallyOf = (changes: readonly CommentChange[], after: string | undefined): ArticleTally => {
  const last = changes.at(-1) as CommentChange;
  const says = changes.flatMap(({ after }) => (after && isVouchedFor(after) ? after : []));
  const title = says.find(({ articleTitle }) => articleTitle)?.articleTitle;
  const link = says.find(({ articleLink }) => articleLink)?.articleLink;
  return {
    site: last.site,
    article: last.article,
    tally: tally(changes),
    events: automaticEvents(changes),
    after,
    upTo: last.sequence,
    days: [...new Set(changes.flatMap(daysOf))],
    ...(title === undefined ? {} : { title }),
    ...(link === undefined ? {} : { link }),
  };
};

/** What a comment says of its article is shown to others only once a moderator has approved it. */
const isVouchedFor = ({ status, seen }: Comment): boolean => status === 'approved' && seen;

/** The day it happened and, just after midnight, the one before, on which a new comment still came in. */
const daysOf = ({ before, after, at }: CommentChange): readonly string[] =>
  [at, before ? at : (after?.createdAt ?? at)].map((time) => new Date(time).toISOString().slice(0, 10));
