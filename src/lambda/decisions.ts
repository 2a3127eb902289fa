import { decisionResult } from '../api/moderator-views.ts';
import type { Comment, CommentRef } from '../comment/comment.ts';
import type { UndoStep } from '../tokens/tokens.ts';
import type { Decided } from '../use-cases/decide-comments.ts';

/** The outcome of each decision, in order. */
export const resultsOf = (decided: readonly Decided[]) =>
  decided.map((one) => decisionResult(one.ref, 'refusal' in one ? one.refusal : one.after));

/** Comments held along with decisions that one token puts back; it must stay short enough to be sent. */
const HELD_MAX = 100;

/** The steps that undo decisions and the changes that followed from them. */
export const undoable = (decided: readonly Decided[]): readonly UndoStep[] => {
  const held = decided.flatMap((one) => ('refusal' in one ? [] : (one.held ?? [])));
  return [...decided, ...held.slice(0, HELD_MAX)].flatMap((one) =>
    'refusal' in one ? [] : [stepOf(one.ref, one.before, one.after.version)],
  );
};

const stepOf = ({ article, id }: CommentRef, { status, seen, page }: Comment, version: number): UndoStep => ({
  ...{ article, id, version, before: status },
  ...(seen ? { seen } : {}),
  ...(page === undefined ? {} : { page }),
});
