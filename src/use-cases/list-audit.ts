import type { AuditQuestion, ListAudit } from '../storage/audit-store.ts';
import type { ReadMemberNames } from '../storage/team-store.ts';

type Deps = { readonly store: ListAudit & ReadMemberNames };

/** One page of the audit trail, and the names of the members in it, those who have left as well. */
export const listAudit = async ({ store }: Deps, question: AuditQuestion) => {
  const page = await store.listAudit(question);
  const ids = page.items.map(({ by }) => by);

  return { page, names: await store.readMemberNames(question.site, ids) };
};
