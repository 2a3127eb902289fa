import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { FindComment } from '../../storage/comment-store.ts';

/**
 * Changes a comment for its author. Whoever presses a button twice at once is refused nothing: what was changed meanwhile is what they asked for.
 * @param isDone whether the comment is as it was to become
 * @returns the comment as it is now @throws {Refusal} `changed-meanwhile` when it changed otherwise
 */
export const unlessDone = async (
  store: FindComment,
  { site, article, id }: Comment,
  isDone: (comment: Comment) => boolean,
  change: () => Promise<Comment>,
): Promise<Comment> => {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error;
    const now = await store.find({ site, article, id });
    if (!now || now.erasedAt !== undefined || !isDone(now)) throw error;
    return now;
  }
};
