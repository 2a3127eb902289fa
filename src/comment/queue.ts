import type { Comment } from './comment.ts';
import { isBlatant } from './verdict.ts';

/** Where moderators find comments that wait for them. A new queue does not compile until all that must know it does. */
export const queues = ['pending', 'spam'] as const;
export type Queue = (typeof queues)[number];
/** Where a comment that is not public is listed: the queues, and the rejected ones. */
export type Listing = Queue | 'rejected';

type Judged = Pick<Comment, 'status' | 'verdict'>;

const belongs: Readonly<Record<Queue, (comment: Judged) => boolean>> = {
  pending: ({ status }) => status === 'pending',
  // Blatant spam is in no queue: it only waits for its expiry.
  spam: ({ status, verdict }) => status === 'spam' && !isBlatant(verdict),
};

/** The queue a comment is in; undefined when it waits for nobody. */
export const queueOf = (comment: Judged): Queue | undefined =>
  queues.find((queue) => belongs[queue](comment));

/** Where a comment that is not public is listed; undefined when it is public, or listed nowhere. */
export const listingOf = (comment: Judged): Listing | undefined =>
  comment.status === 'rejected' ? 'rejected' : queueOf(comment);
