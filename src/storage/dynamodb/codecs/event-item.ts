import type { AuditEvent } from '../../../moderation/status-change.ts';
import { type Item, toItem } from '../attributes.ts';
import { eventKey } from '../keys.ts';

export const eventToItem = (event: AuditEvent): Item =>
  toItem({
    ...eventKey(event),
    by: event.by,
    action: event.action,
    before: event.before,
    after: event.after,
    reason: event.reason,
    page: event.page,
    texts: event.texts,
    policy: event.policy,
    batch: event.batch,
  });
