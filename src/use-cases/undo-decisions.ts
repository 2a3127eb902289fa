import type { CommentId } from '../comment/comment.ts';
import { type Undoable, undo } from '../moderation/decision.ts';
import type { DecisionContext } from '../moderation/status-change.ts';
import type { FindComment, SaveStatus } from '../storage/comment-store.ts';
import { applying, type Decided, inTurns } from './decide-comments.ts';

type Deps = { readonly store: FindComment & SaveStatus };
type Step = Undoable & { readonly article: string; readonly id: CommentId };

/** Takes decisions back, where nobody changed the comment since. */
export const undoDecisions = (
  deps: Deps,
  steps: readonly Step[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, context);
  return inTurns(steps, (step) => apply(step.article, step.id, (comment) => undo(comment, step, context)));
};
