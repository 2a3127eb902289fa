import type { CommentId } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { type Circumstance, type Undoable, undo } from '../moderation/decision.ts';
import type { FindComment, SaveChange } from '../storage/comment-store.ts';
import { applying, type Decided, inTurns } from './decide-comments.ts';

type Deps = { readonly store: FindComment & SaveChange };
type Step = Undoable & { readonly article: string; readonly id: CommentId };

/** Takes decisions back, where nobody changed the comment since. */
export const undoDecisions = (
  deps: Deps,
  site: Site,
  steps: readonly Step[],
  circumstance: Circumstance,
): Promise<readonly Decided[]> => {
  const apply = applying(deps, site, circumstance);
  return inTurns(steps, (step) =>
    apply(step.article, step.id, (comment) => undo(comment, step, circumstance)),
  );
};
