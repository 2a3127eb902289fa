import { requireClock } from '../comment/clock.ts';
import type { Comment } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { requireChangeable } from '../moderation/author/change-window.ts';
import { isWithinWindow } from '../moderation/author/offers.ts';
import { withdraw } from '../moderation/author/own-changes.ts';
import type { FindComment, SaveStatus } from '../storage/comment-store.ts';
import type { HasReply } from '../storage/receipt-store.ts';
import { unlessDone } from './receipts/unless-done.ts';

type Deps = { readonly store: FindComment & HasReply & SaveStatus };
type Context = { readonly site: Site; readonly now: number; readonly batch: string };

/**
 * Takes a comment back for its author, for good. One that was taken back already stays so.
 * @returns the comment as it is now
 * @throws {Refusal} `too-late`, `already-answered`, `already-decided` when it was rejected, `changed-meanwhile`
 */
export const withdrawComment = async (
  { store }: Deps,
  comment: Comment,
  context: Context,
): Promise<Comment> => {
  const { now } = context;
  requireClock(now);
  if (comment.status === 'withdrawn') return comment;
  requireChangeable(comment, {
    now,
    isAnswered: isWithinWindow(comment, now) && (await store.hasReply(comment)),
  });

  const change = withdraw(comment, context);
  const isDone = ({ status }: Comment) => status === 'withdrawn';
  return unlessDone(store, comment, isDone, async () => {
    await store.saveStatus(change);
    return { ...comment, ...change.comment };
  });
};
