import type { AuditEntry } from '../../moderation/audit-entry.ts';
import type { SearchedPage } from '../../storage/comment-store.ts';
import type { Reply } from '../moderators/records/list-audit.ts';
import { timestamp } from '../reader-views.ts';

/** What does not apply to an entry. */
const nothing = {
  ...{ article: null, comment: null, version: null, subject: null, before: null, after: null },
  ...{ reason: null, page: null, policy: null, batch: null },
};

const auditEntry = ({ at, by, heldAt: _, ...entry }: AuditEntry, names: Names): Reply['entries'][number] => ({
  ...{ at: timestamp(at), by, name: names.get(by) ?? null },
  ...nothing,
  ...entry,
});

type Names = ReadonlyMap<string, string>;

/** One page; `next` is a sealed cursor. */
export const auditPage = (
  { items, next, examined, isPartial }: SearchedPage<AuditEntry>,
  names: Names,
): Reply => ({
  entries: items.map((entry) => auditEntry(entry, names)),
  next: next ?? null,
  ...{ examined, partial: isPartial },
});
