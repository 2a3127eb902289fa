import { type Signal, signal } from '@preact/signals';
import type { Comment, Decision, Queue, Status } from '../wire.ts';

/** `gone`: somebody else decided, or it is in the queue no longer. Both rows that are through leave at the next key. */
export type Phase =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'gone'; readonly sentence: string };

/** One comment of a list. Its parts change by themselves, so that a decision draws one row again and no other. */
export type Row = {
  readonly id: string;
  /** Where it stands among the others; an undone decision puts a row back there. */
  readonly place: number;
  readonly comment: Signal<Comment>;
  readonly phase: Signal<Phase>;
  readonly isChecked: Signal<boolean>;
  /** A sentence about what went wrong with it. */
  readonly notice: Signal<string | undefined>;
};

export const createRow = (comment: Comment, place: number): Row => ({
  id: comment.id,
  place,
  comment: signal(comment),
  phase: signal<Phase>({ kind: 'waiting' }),
  isChecked: signal(false),
  notice: signal<string | undefined>(undefined),
});

export const isWaiting = ({ phase }: Row): boolean => phase.value.kind === 'waiting';

const becomes: Readonly<Record<Decision, Status>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  restore: 'pending',
};
/** What a decision makes of a comment. */
export const statusAfter = (decision: Decision): Status => becomes[decision];

/** The status of a queue's rows follows from the queue where the API does not state it. */
export const statusOf = (status: Status | undefined, queue: Queue | undefined): Status =>
  status ?? (queue === 'spam' ? 'spam' : queue === 'pending' ? 'pending' : 'approved');
