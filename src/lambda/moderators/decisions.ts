import { decisionResult } from '../../api/moderator-views.ts';
import type { Comment, CommentRef } from '../../comment/comment.ts';
import { listingOf, placeTimeOf } from '../../comment/queue.ts';
import { toldBy } from '../../moderation/decision.ts';
import type { UndoStep } from '../../tokens/tokens.ts';
import type { Decided, Done } from '../../use-cases/decisions/apply-changes.ts';

/** The outcome of each decision, in order. */
export const resultsOf = (decided: readonly Decided[]) =>
  decided.map((one) =>
    'refusal' in one
      ? decisionResult(one.ref, one.refusal)
      : { ...decisionResult(one.ref, one.after), ...threadOf(one) },
  );

/** How many replies went with a comment, and how many are left. */
const threadOf = ({ along = [], left }: Done) =>
  left === undefined ? {} : { thread: { removed: along.length, left } };

/** The steps that undo decisions and the changes that followed from them. */
export const undoable = (decided: readonly Decided[]): readonly UndoStep[] => {
  const along = decided.flatMap(({ along = [] }) => along);
  return [...decided, ...along].flatMap((one) =>
    'after' in one && one.after.version !== one.before.version
      ? [stepOf(one.ref, one.before, one.after.version)]
      : [],
  );
};

const stepOf = ({ article, id }: CommentRef, before: Comment, version: number): UndoStep => ({
  ...{ article, id, version, before: before.status },
  ...(before.seen ? { seen: true } : {}),
  ...(before.page === undefined ? {} : { page: before.page }),
  ...(listingOf(before) ? { queuedAt: placeTimeOf(before) } : {}),
  ...(before.status === 'rejected' ? { told: toldBy(before) } : {}),
});
