import type { CommentChange } from '../moderation/steps.ts';
import type { WasUndone } from '../storage/comment-store.ts';

/**
 * The time of the decision that a change undoes; undefined when it undoes none. Storage is read only where one decision came after
 * another.
 */
export const undoneAt = async (
  { wasUndone }: WasUndone,
  { before, after }: Pick<CommentChange, 'before' | 'after'>,
): Promise<number | undefined> => {
  if (before?.decision === undefined || after?.decision === undefined) return undefined;
  const isAnother = after.decision !== before.decision && after.status !== 'withdrawn';
  return isAnother && (await wasUndone(after)) ? before.since : undefined;
};
