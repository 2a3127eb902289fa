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
/** A team as it was read. Its version rises with whoever is invited, joins, leaves or is renamed; 0 before the first. */
export type TeamNow = Team & { readonly version: number };
/** All members of a site and its invitations, including removed members and expired invitations. */
export type ReadTeam = { readonly readTeam: (site: string) => Promise<TeamNow> };
export type ReadInvitation = {
  readonly readInvitation: (site: string, id: string) => Promise<Invitation | undefined>;
};

/**
 * A member before the change (absent for a new one) and after it, the invitation that the change uses up, and the version of the team that it
 * was checked against, where it was.
 */
export type MemberChange = {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly invitation?: Invitation;
  readonly team?: number;
};
/** An invitation, those in whose place it comes, and the version of the team that it was checked against. */
export type InvitationChange = {
  readonly invitation: Invitation;
  readonly replaced: readonly Invitation[];
  readonly team: number;
};
/**
 * Writes a member and the audit event in one transaction.
 * @returns false when the team was changed meanwhile: nothing was written
 * @throws {Refusal} `changed-meanwhile` when another change came first, `last-admin` when no admin would be left,
 * `invitation-not-found` when the invitation was used meanwhile
 */
export type SaveMember = {
  readonly saveMember: (change: MemberChange, event: SiteEvent) => Promise<boolean>;
};
/**
 * Adds an invitation in the place of others (false when the team was changed meanwhile, or one of those was used: nothing was written), or takes
 * one back.
 * @throws {Refusal} `invitation-not-found` for one that was used or taken back meanwhile
 */
export type SaveInvitation = {
  readonly addInvitation: (change: InvitationChange, event: SiteEvent) => Promise<boolean>;
  readonly dropInvitation: (invitation: Invitation, event: SiteEvent) => Promise<void>;
};
