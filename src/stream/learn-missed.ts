import type { CommentRef } from '../comment/comment.ts';
import { type DecisionRecord, takesBack } from '../moderation/decision.ts';
import type { Model } from '../screening/filter/model/model.ts';
import { periodOf, shareOf } from '../screening/filter/site/site-memory.ts';
import type { FindComment } from '../storage/comment-store.ts';
import type {
  FetchMemory,
  KeepSpamPage,
  KnownLessons,
  ListLessons,
  SaveLesson,
  UndoLesson,
} from '../storage/learning-store.ts';
import { eventId, learn } from './learn.ts';
import { settlePage } from './remember-pages.ts';

type Deps = {
  readonly store: FindComment & FetchMemory & SaveLesson & UndoLesson & ListLessons & KeepSpamPage;
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
 * Teaches a site the decisions on one article that the stream lost, and takes back those that were undone. The pages of
 * those comments are stored or dropped by their current status. What the site forgot stays forgotten.
 * @returns how many decisions that were @throws the first reason when one cannot be followed
 */
export const learnMissed = async (deps: Deps, decided: Decided, { now, dryRun }: Run): Promise<number> => {
  if (!decided.decisions.some(({ action }) => action !== 'reject')) return 0;
  const known = await deps.store.listLessons(decided.site, decided.article);
  const missed = decided.decisions.filter((decision) => isMissed(decision, decided.decisions, known, now));
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

const isMissed = (
  decision: DecisionRecord,
  all: readonly DecisionRecord[],
  { lessons, forgottenAt }: KnownLessons,
  now: number,
): boolean => {
  const { action, version, at } = decision;
  if (action === 'reject' || at <= forgottenAt || shareOf(periodOf(at), now) === 0) return false;
  if (takesBack(action)) return lessons.get(eventId(decision, version - 1))?.isUndone === false;

  const isUndone = all.some(
    (later) => takesBack(later.action) && later.comment === decision.comment && later.version === version + 1,
  );
  return !isUndone && !lessons.has(eventId(decision, version));
};
