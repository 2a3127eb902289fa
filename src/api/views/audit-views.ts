import type { AuditEntry } from '../../storage/audit-store.ts';
import type { Page } from '../../storage/comment-store.ts';
import type { Reply } from '../moderators/records/list-audit.ts';
import { timestamp } from '../reader-views.ts';

/** An entry of the audit trail; what does not apply to it is null. */
export const auditEntry = (entry: AuditEntry): Reply['entries'][number] => ({
  at: timestamp(entry.at),
  by: entry.by,
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

type AuditPage = Page<AuditEntry> & { readonly examined: number; readonly isPartial: boolean };

/** One page; `next` is a sealed cursor. */
export const auditPage = ({ items, next, examined, isPartial }: AuditPage): Reply => ({
  entries: items.map(auditEntry),
  next: next ?? null,
  ...{ examined, partial: isPartial },
});
