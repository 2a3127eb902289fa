import type { Comment } from './comment.ts';
import { isBlatant } from './verdict.ts';

/** Where moderators find comments that wait for them. A new queue does not compile until all that must know it does. */
export const queues = ['pending', 'reported', 'spam', 'appeals'] as const;
export type Queue = (typeof queues)[number];
/** Queues of items of their own beside the comment: by what readers say it is `reported`, by its author's word it is in `appeals`. */
export type AskedQueue = 'reported' | 'appeals';
/** Queues that a comment's own state puts it in. In the others it stays as public, or as refused, as it was. */
export type OwnQueue = Exclude<Queue, AskedQueue>;
export const ownQueues = ['pending', 'spam'] as const satisfies readonly OwnQueue[];
/** Where a comment that is not public is listed: its queue, or the rejected ones. */
export type Listing = OwnQueue | 'rejected';

type Judged = Pick<Comment, 'status' | 'verdict'>;

const belongs: Readonly<Record<OwnQueue, (comment: Judged) => boolean>> = {
  pending: ({ status }) => status === 'pending',
  // Blatant spam is in no queue: it only waits for its expiry.
  spam: ({ status, verdict }) => status === 'spam' && !isBlatant(verdict),
};

/** The queue a comment's state puts it in; undefined when it waits for nobody. */
export const queueOf = (comment: Judged): OwnQueue | undefined =>
  ownQueues.find((queue) => belongs[queue](comment));

/** Where a comment that is not public is listed; undefined when it is public, or listed nowhere. */
export const listingOf = (comment: Judged): Listing | undefined =>
  comment.status === 'rejected' ? 'rejected' : queueOf(comment);
