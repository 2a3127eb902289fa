import type { DecisionRecord } from '../moderation/decision.ts';
import type { CommentChange } from '../moderation/steps.ts';
import type { WrittenEvent } from './audit-store.ts';

/** What the table's stream tells of: a comment that was written or removed, an event of an audit trail, and in it a moderator's decision. */
export type StreamRecord =
  | ({ readonly kind: 'comment' } & CommentChange)
  | ({ readonly kind: 'decision' } & DecisionRecord)
  | ({ readonly kind: 'audit' } & WrittenEvent);
