import type { CommentRef } from '../comment/comment.ts';
import { type DecisionRecord, teaches } from '../moderation/decision.ts';
import type { Model } from '../screening/filter/model/model.ts';
import { periodOf, shareOf } from '../screening/filter/site/site-memory.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type {
  FetchLesson,
  FetchMemory,
  KeepSpamPage,
  KnownLessons,
  ListLessons,
  SaveLesson,
} from '../storage/learning-store.ts';
import { learn } from './learn.ts';
import { settlePage } from './remember-pages.ts';
import { standingAfter } from './standing-lesson.ts';

type Deps = {
  readonly store: FindComment & FetchMemory & FetchLesson & SaveLesson & ListLessons & KeepSpamPage;
  readonly loadModel: () => Model;
};
/** All decisions on the comments of one article, oldest first. */
type Decided = {
  readonly site: string;
  readonly article: string;
  readonly decisions: readonly DecisionRecord[];
};
type Run = { readonly now: number; readonly dryRun: boolean };

/**
 * Teaches a site the decisions on one article that the stream lost, and takes back what they took back. The pages of
 * those comments are stored or dropped by their current status. What the site forgot stays forgotten.
 * @returns how many decisions that were @throws the first reason when one cannot be followed
 */
export const learnMissed = async (deps: Deps, decided: Decided, { now, dryRun }: Run): Promise<number> => {
  if (decided.decisions.length === 0) return 0;
  const known = await deps.store.listLessons(decided.site, decided.article);
  const comments = Map.groupBy(decided.decisions, ({ comment }) => comment);
  const missed = [...comments.values()].flatMap((ofOne) => missedOf(ofOne, known, now));
  if (dryRun || missed.length === 0) return missed.length;

  const records = missed.map((decision) => ({ kind: 'decision' as const, ...decision }));
  const [failure] = await learn.follow(deps, records);
  if (failure) throw failure.cause;
  for (const { site, article, comment: id } of missed) await settle(deps, { site, article, id });
  return missed.length;
};

const settle = async ({ store }: Deps, ref: CommentRef): Promise<void> => {
  const comment = await store.find(ref);
  if (comment?.url !== undefined) await settlePage(store, comment);
};

/** The decisions on one comment that were not followed, oldest first, where they leave other than what stands. */
const missedOf = (
  ofOne: readonly DecisionRecord[],
  { lessons, forgottenAt }: KnownLessons,
  now: number,
): readonly DecisionRecord[] => {
  const [first] = ofOne;
  const known = (first && lessons.get(first.comment)) ?? { version: 0 };
  const later = ofOne
    .filter(({ version }) => version > known.version)
    .sort((one, other) => one.version - other.version);
  const counts = ({ at }: DecisionRecord) => at > forgottenAt && shareOf(periodOf(at), now) > 0;
  const end = later.reduce(
    (was, decision) =>
      standingAfter(was, decision, teaches(decision) && counts(decision) ? decision.version : undefined),
    known,
  );
  return end.stands === known.stands ? [] : later;
};
