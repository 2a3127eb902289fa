import type { Surge } from '../comment/abuse/surge.ts';
import type { Queue } from '../comment/queue.ts';
import type { Language } from '../comment/site.ts';
import { orders, type QueuedComment, type SearchedPage } from './comment-store.ts';

/** `urgent` ranks up to 1,000 comments that have waited longest; see `urgencyOf`. */
export const queueOrders = [...orders, 'urgent'] as const;
export type QueueOrder = (typeof queueOrders)[number];

export type QueueQuestion = {
  readonly site: string;
  readonly queue: Queue;
  readonly order: QueueOrder;
  readonly limit: number;
  readonly article?: string;
  /** Name of a check that objected or pointed something out. */
  readonly reason?: string;
  /** Pseudonym of their author. */
  readonly author?: string;
  readonly language?: Language;
  /** In the queue since a moment after one and before another, in milliseconds since 1970. */
  readonly after?: number;
  readonly before?: number;
  /** Any other filter. */
  readonly matches?: (comment: QueuedComment) => boolean;
  readonly from?: string;
};
export type ListQueue = {
  readonly listQueue: (question: QueueQuestion) => Promise<SearchedPage<QueuedComment>>;
};
export type QueueState = { readonly count: number; readonly oldest?: number };
export type QueueStates = {
  readonly queues: Readonly<Record<Queue, QueueState>>;
  /** Spam that is in no queue. */
  readonly blatant: number;
  /** When a moderator decided last, in milliseconds since 1970. */
  readonly decidedAt?: number;
  /** May include surges that are over. */
  readonly surges: readonly Surge[];
  /** Changes whenever something is counted, and when a surge begins, continues or ends. */
  readonly revision: string;
};
export type ListQueues = {
  readonly listQueues: (site: string) => Promise<QueueStates>;
  /** The `revision` of `listQueues`, for half a read unit. Expired comments stay counted until they are removed, within the hour. */
  readonly readQueuesRevision: (site: string) => Promise<string>;
};
