import type { PolicyVersion } from '../../comment/policies/policy-document.ts';
import type { Page } from '../../storage/comment-store.ts';
import type { Reply as HistoryReply } from '../moderators/policy/list-policy-versions.ts';
import { timestamp } from '../reader-views.ts';

/** A page of a policy's history. */
export const historyPage = (
  { items, next }: Page<PolicyVersion>,
  names: ReadonlyMap<string, string>,
): HistoryReply => ({
  versions: items.map(({ version, at, by, note, restored, changed }) => ({
    ...{ version, at: timestamp(at), by, name: names.get(by) ?? null },
    ...{ note: note ?? null, restored: restored ?? null, changed: [...changed] },
  })),
  next: next ?? null,
});
