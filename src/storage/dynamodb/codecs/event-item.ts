import type { AuditEntry } from '../../../moderation/audit-entry.ts';
import type { AuditEvent } from '../../../moderation/status-change.ts';
import { type Item, numberOf, optional, type PlainMap, textOf, toItem } from '../attributes.ts';
import { eventKey } from '../keys.ts';
import { articleOf, eventOf, isSiteTrail } from '../read-keys.ts';

export const eventToItem = (event: AuditEvent): Item =>
  toItem({ ...eventKey(event), ...eventAttributes(event) });

/** What an event's item has besides its key. */
export const eventAttributes = (event: AuditEvent): PlainMap => ({
  by: event.by,
  action: event.action,
  before: event.before,
  after: event.after,
  reason: event.reason,
  page: event.page,
  texts: event.texts,
  policy: event.policy,
  batch: event.batch,
  heldAt: event.heldAt,
});

/** From an event of an article's trail or of a site's own. @throws {DamagedItem} */
export const itemToEntry = (item: Item): AuditEntry => {
  const { at, comment, version } = eventOf(textOf(item, 'sk'));
  const { article } = articleOf(textOf(item, 'pk'));
  return {
    at,
    by: textOf(item, 'by'),
    action: textOf(item, 'action'),
    ...(isSiteTrail(textOf(item, 'pk'))
      ? { ...optional('article', item), ...optional('comment', item) }
      : { article, comment, version }),
    ...optional('subject', item),
    ...optional('before', item),
    ...optional('after', item),
    ...optional('reason', item),
    ...optional('page', item),
    ...(item.policy === undefined ? {} : { policy: numberOf(item, 'policy') }),
    ...optional('batch', item),
    ...(item.heldAt === undefined ? {} : { heldAt: numberOf(item, 'heldAt') }),
  };
};
