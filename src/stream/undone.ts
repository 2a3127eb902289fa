import type { CommentChange } from '../moderation/steps.ts';
import type { WasUndone } from '../storage/comment-store.ts';

/**
 * When the decision was made that a change takes back; undefined when it takes none back. Storage is asked only where one decision came after
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
