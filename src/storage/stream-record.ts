import type { DecisionRecord } from '../moderation/decision.ts';
import type { CommentChange } from '../moderation/steps.ts';
import type { WrittenEvent } from './audit-store.ts';

/** A record of the table's stream: a comment that was written or removed, an audit event, or the decision in one. */
export type StreamRecord =
  | ({ readonly kind: 'comment' } & CommentChange)
  | ({ readonly kind: 'decision' } & DecisionRecord)
  | ({ readonly kind: 'audit' } & WrittenEvent);
