import type { Comment, CommentId } from '../comment/comment.ts';
import { Refusal } from '../comment/refusal.ts';
import { upholds } from '../moderation/author/appeal.ts';
import { answersReports, type Decision, decide } from '../moderation/decision.ts';
import { needsAuthor } from '../moderation/page-decision.ts';
import type { DecisionContext } from '../moderation/status-change.ts';
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
import { applying, type Decided, distrustAuthors, inTurns, withCurrent } from './decisions/apply-changes.ts';
import { holdUnseen } from './decisions/hold-unseen.ts';
import { removeThread } from './decisions/remove-thread.ts';

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
 * comment, the first counts. Where the storage fails after a comment was filed as spam, so that what its author published unseen could not
 * be held, that decision is refused as well, and the same request goes on there.
 */
export const decideComments = async (
  deps: Deps,
  asked: readonly RequestedDecision[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const decided = await decideEach(deps, asked, context);
  await distrustAuthors(deps, decided, context);
  return holdUnseen(deps, decided, asked, context);
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
  if ('refusal' in first && first.refusal.current === undefined) return { ...first };
  const refusal = new Refusal('changed-meanwhile', 'Another decision on it stands before this one.');
  return { ref, refusal: await withCurrent(store, ref, refusal) };
};

/** Whether readers reported a comment, or its author appealed, where the decision would change nothing else. */
const isAskedAbout = async ({ store }: Deps, comment: Comment, decision: Decision): Promise<boolean> => {
  if (answersReports(comment, decision)) return store.hasReports(comment);
  return upholds(comment, decision) && store.hasAppeal(comment);
};
