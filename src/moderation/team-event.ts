import { isActive, type Member, standingOf } from '../comment/member.ts';
import type { OtherState } from '../comment/refusal.ts';
import type { SiteAction, SiteEvent } from './site-event.ts';

/** Who acts on a team, when, and the id of the event that says so. */
export type Acting = {
  /** A member's id, or `command` for who has the database itself. */
  readonly by: string;
  readonly now: number;
  /** A fresh ULID. */
  readonly event: string;
};

/** The audit event of a member's change. */
export const memberEvent = (
  action: SiteAction,
  { before, after }: { readonly before: Member | undefined; readonly after: Member },
  { by, now, event }: Acting,
): SiteEvent => ({
  id: event,
  site: after.site,
  at: now,
  by,
  action,
  subject: after.id,
  before: standingOf(before),
  after: standingOf(after),
});

/** How a member stands now, for who meant to change how they stood before. */
export const currentMember = (member: Member): OtherState => ({
  id: member.id,
  name: member.name,
  role: member.role,
  status: isActive(member) ? 'active' : 'removed',
  version: member.version,
});
