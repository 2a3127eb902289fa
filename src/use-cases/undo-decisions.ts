import type { CommentId } from '../comment/comment.ts';
import { type Undoable, undo } from '../moderation/decision.ts';
import type { DecisionContext } from '../moderation/status-change.ts';
import type { DistrustAuthor, FindChange, FindComment, SaveStatus } from '../storage/comment-store.ts';
import { applying, type Decided, distrustAuthors, inTurns } from './decisions/apply-changes.ts';

type Deps = { readonly store: FindComment & FindChange & SaveStatus & DistrustAuthor };
type Step = Undoable & { readonly article: string; readonly id: CommentId };

/** Takes decisions back, where nobody changed the comment since. An approval taken back stops counting for its author at once. */
export const undoDecisions = async (
  deps: Deps,
  steps: readonly Step[],
  context: DecisionContext,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, context);
  const undone = await inTurns(steps, (step) =>
    apply(step.article, step.id, (comment) => undo(comment, step, context)),
  );
  await distrustAuthors(deps, undone, context);
  return undone;
};
