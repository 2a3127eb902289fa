import type { AuditEntry } from '../../moderation/audit-entry.ts';
import type { Page } from '../../storage/comment-store.ts';
import type { Reply } from '../moderators/records/list-audit.ts';
import { timestamp } from '../reader-views.ts';

/** An entry of the audit trail; what does not apply to it is null. */
const auditEntry = (entry: AuditEntry, names: Names): Reply['entries'][number] => ({
  at: timestamp(entry.at),
  by: entry.by,
  name: names.get(entry.by) ?? null,
  action: entry.action,
  article: entry.article ?? null,
  comment: entry.comment ?? null,
  version: entry.version ?? null,
  subject: entry.subject ?? null,
  before: entry.before ?? null,
  after: entry.after ?? null,
  reason: entry.reason ?? null,
  policy: entry.policy ?? null,
  batch: entry.batch ?? null,
});

type Names = ReadonlyMap<string, string>;
type AuditPage = Page<AuditEntry> & { readonly examined: number; readonly isPartial: boolean };

/** One page; `next` is a sealed cursor. */
export const auditPage = ({ items, next, examined, isPartial }: AuditPage, names: Names): Reply => ({
  entries: items.map((entry) => auditEntry(entry, names)),
  next: next ?? null,
  ...{ examined, partial: isPartial },
});
