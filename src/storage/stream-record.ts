import type { DecisionRecord } from '../moderation/decision.ts';
import type { CommentChange } from '../moderation/steps.ts';

/** What the table's stream tells of: a comment that was written or removed, a moderator's decision in the audit trail. */
export type StreamRecord =
  | ({ readonly kind: 'comment' } & CommentChange)
  | ({ readonly kind: 'decision' } & DecisionRecord);
