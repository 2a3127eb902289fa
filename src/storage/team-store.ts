import type { Invitation, Member, Team } from '../comment/member.ts';
import type { SiteEvent } from '../moderation/site-event.ts';

/** A site's member by its id, one who was removed as well. */
export type ReadMember = { readonly readMember: (site: string, id: string) => Promise<Member | undefined> };
/** On how many sites an identity is a member. */
export type CountMemberships = { readonly countMemberships: (identity: string) => Promise<number> };
/** All members of a site, those who were removed as well, and its invitations, those that expired as well. */
export type ReadTeam = { readonly readTeam: (site: string) => Promise<Team> };
export type ReadInvitation = {
  readonly readInvitation: (site: string, id: string) => Promise<Invitation | undefined>;
};

/** How a member stood, if at all, how they stand from now on, and the invitation that is used up by it. */
export type MemberChange = {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly invitation?: Invitation;
};
/**
 * Writes a member and the event that says so, all or nothing.
 * @throws {Refusal} `changed-meanwhile` when another change came first, `last-admin` when no admin would be left,
 * `invitation-not-found` when the invitation was used meanwhile
 */
export type SaveMember = {
  readonly saveMember: (change: MemberChange, event: SiteEvent) => Promise<void>;
};
/** Adds an invitation, or takes one back. @throws {Refusal} `invitation-not-found` */
export type SaveInvitation = {
  readonly addInvitation: (invitation: Invitation, event: SiteEvent) => Promise<void>;
  readonly dropInvitation: (invitation: Invitation, event: SiteEvent) => Promise<void>;
};
