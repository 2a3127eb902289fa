import type { Comment, CommentId } from '../comment/comment.ts';
import { FLOOD_MEMORY } from '../comment/policy.ts';
import { Refusal } from '../comment/refusal.ts';
import { upholds } from '../moderation/author/appeal.ts';
import { answersReports, type Decision, decide, hold } from '../moderation/decision.ts';
import { needsAuthor } from '../moderation/page-decision.ts';
import type { DecisionContext, StatusChange } from '../moderation/status-change.ts';
import type {
  DistrustAuthor,
  FindChange,
  FindComment,
  ListOfAuthor,
  ListThread,
  ReadAuthor,
  SaveStatus,
} from '../storage/comment-store.ts';
import type { HasAppeal } from '../storage/receipt-store.ts';
import type { HasReports } from '../storage/report-store.ts';
import {
  applied,
  applying,
  type Decided,
  type Done,
  distrustAuthors,
  inTurns,
  withCurrent,
} from './decisions/apply-changes.ts';
import { removeThread } from './decisions/remove-thread.ts';

/** How far back an author's comments are held once one of them is spam: as many as a policy may let be unseen. */
const HELD_MAX = FLOOD_MEMORY;

type Deps = {
  readonly store: FindComment &
    FindChange &
    SaveStatus &
    DistrustAuthor &
    ListOfAuthor &
    ListThread &
    ReadAuthor &
    HasReports &
    HasAppeal;
};

/** A decision and the comment it is about. */
export type RequestedDecision = Decision & {
  readonly article: string;
  readonly comment: CommentId;
  /** With a rejection that stands alone in its request: the replies go as well. */
  readonly thread?: true;
};

/**
 * Carries out decisions one by one, each whole or not at all; what is refused does not hold up the others. Of two on one
 * comment, the first counts.
 */
export const decideComments = async (
  deps: Deps,
  asked: readonly RequestedDecision[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const decided = await decideEach(deps, asked, context);
  await distrustAuthors(deps, decided, context);

  // One read per author, however many of their comments are spam.
  const firstSpam = new Map(
    decided
      .filter(isSpam)
      .map((one) => [one.before.authorKey, one] as const)
      .reverse(),
  );
  return inTurns(decided, async (one) =>
    isSpam(one) && firstSpam.get(one.before.authorKey) === one
      ? { ...one, along: await holdUnseen(deps, one.before.authorKey, context) }
      : one,
  );
};

const decideEach = async (
  deps: Deps,
  asked: readonly RequestedDecision[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, context);
  const begun = new Map<string, Promise<Decided>>();
  const decideOne = (decision: RequestedDecision): Promise<Decided> => {
    if (decision.thread) return removeThread(deps, decision, context);
    return apply(decision.article, decision.comment, async (comment) => {
      const author = needsAuthor(comment, decision, context.site.policy)
        ? await deps.store.readAuthor(comment.authorKey)
        : undefined;
      return decide(comment, decision, context, author, await isAskedAbout(deps, comment, decision));
    });
  };
  return inTurns(asked, (decision) => {
    const on = JSON.stringify([decision.article, decision.comment]);
    const first = begun.get(on);
    const decided = first ? first.then((one) => refusedAfter(deps, one)) : decideOne(decision);
    if (!first) begun.set(on, decided);
    return decided;
  });
};

/** Of two decisions on one comment the first is carried out; the other is told how that left the comment. */
const refusedAfter = async ({ store }: Deps, first: Decided): Promise<Decided> => {
  const { ref } = first;
  if ('refusal' in first && first.refusal.current === undefined) return first;
  const refusal = new Refusal('changed-meanwhile', 'Another decision on it stands before this one.');
  return { ref, refusal: await withCurrent(store, ref, refusal) };
};

/** Whether readers reported a comment, or its author appealed, where the decision would change nothing else. */
const isAskedAbout = async ({ store }: Deps, comment: Comment, decision: Decision): Promise<boolean> => {
  if (answersReports(comment, decision)) return store.hasReports(comment);
  return upholds(comment, decision) && store.hasAppeal(comment);
};

const isSpam = (one: Decided): one is Done => 'after' in one && one.after.status === 'spam';

/** Holds the comments that were published unseen because their author, who has now sent spam, was trusted. */
const holdUnseen = async (deps: Deps, author: string, context: DecisionContext) => {
  const refs = await deps.store.listOfAuthor(author, HELD_MAX);
  const changes = await inTurns(refs, (ref) =>
    applied(deps, ref, (comment) => holdIfUnseen(comment, context)),
  );
  return changes.filter((one) => 'after' in one);
};

const holdIfUnseen = (comment: Comment, context: DecisionContext): StatusChange => {
  if (comment.status !== 'approved' || comment.seen)
    throw new Refusal('already-decided', `The comment is already ${comment.status}.`);
  return hold(comment, context);
};
