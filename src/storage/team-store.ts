import type { Invitation, Member, Team } from '../comment/member.ts';
import type { SiteEvent } from '../moderation/site-event.ts';

/** A site's member by id; also one who was removed. */
export type ReadMember = { readonly readMember: (site: string, id: string) => Promise<Member | undefined> };
/** The names of members by their ids, those who were removed as well. Unknown ones are left out. */
export type ReadMemberNames = {
  readonly readMemberNames: (site: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};
/** On how many sites an identity is a member. */
export type CountMemberships = { readonly countMemberships: (identity: string) => Promise<number> };
/** All members of a site and its invitations, including removed members and expired invitations. */
export type ReadTeam = { readonly readTeam: (site: string) => Promise<Team> };
export type ReadInvitation = {
  readonly readInvitation: (site: string, id: string) => Promise<Invitation | undefined>;
};

/** A member before the change (absent for a new one) and after it, and the invitation that the change uses up. */
export type MemberChange = {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly invitation?: Invitation;
};
/**
 * Writes a member and the audit event in one transaction.
 * @throws {Refusal} `changed-meanwhile` when another change came first, `last-admin` when no admin would be left,
 * `invitation-not-found` when the invitation was used meanwhile
 */
export type SaveMember = {
  readonly saveMember: (change: MemberChange, event: SiteEvent) => Promise<void>;
};
/** Adds an invitation in the place of others, or takes one back. @throws {Refusal} `invitation-not-found`, `changed-meanwhile` */
export type SaveInvitation = {
  readonly addInvitation: (
    invitation: Invitation,
    event: SiteEvent,
    replaced: readonly Invitation[],
  ) => Promise<void>;
  readonly dropInvitation: (invitation: Invitation, event: SiteEvent) => Promise<void>;
};
