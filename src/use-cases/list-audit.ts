import type { AuditQuestion, ListAudit } from '../storage/audit-store.ts';
import type { ReadMember } from '../storage/team-store.ts';

type Deps = { readonly store: ListAudit & ReadMember };

/** One page of the audit trail, and the names of the members in it, those who have left as well. */
export const listAudit = async ({ store }: Deps, question: AuditQuestion) => {
  const page = await store.listAudit(question);
  const ids = [...new Set(page.items.map(({ by }) => by))];
  const members = await Promise.all(ids.map((id) => store.readMember(question.site, id)));

  return { page, names: new Map(members.flatMap((member) => (member ? [[member.id, member.name]] : []))) };
};
