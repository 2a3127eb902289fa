import type { Comment } from './comment.ts';
import { isBlatant } from './verdict.ts';

/** The queues of comments that wait for moderators. A new queue does not compile until its counts, keys, wire and words exist. */
export const queues = ['pending', 'reported', 'spam', 'appeals'] as const;
export type Queue = (typeof queues)[number];
/** Queues that list items beside the comment: the sum of its readers' reports, or its author's appeal. */
export type AskedQueue = 'reported' | 'appeals';
/** Queues that follow from a comment's own state. The others leave that state as it is. */
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

/** The time of a comment's place where it is listed. */
export const placeTimeOf = ({ since, queuedAt = since }: Pick<Comment, 'since' | 'queuedAt'>): number =>
  queuedAt;
