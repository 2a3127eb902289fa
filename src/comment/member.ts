/** What a member may do: a moderator decides on comments, an admin changes policy and team as well. */
export const roles = ['moderator', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One who may moderate a site: a person who joined by an invitation, or a program that was added. */
export type Member = {
  readonly site: string;
  /** Names the member in the audit trail and to others. Made of the site and the identity, so that who comes back has it again. */
  readonly id: string;
  /** A digest of the token's issuer and subject, the same on every site; nobody outside is given it. */
  readonly identity: string;
  readonly name: string;
  readonly role: Role;
  readonly kind: 'person' | 'program';
  /** Rises by one at every change. */
  readonly version: number;
  readonly createdAt: number;
  /**
   * Ids under which the member's name and address are reserved: who signs a comment with them is held. The address's stays with who
   * was removed, reserved no more: no invitation to it from before opens the door again.
   */
  readonly reservedName?: string;
  readonly reservedEmail?: string;
  /** The digest of the address of their private feed, while they have one, and since when. */
  readonly feed?: string;
  readonly feedAt?: number;
  /** When the member was removed. The name is kept for the audit trail. */
  readonly removedAt?: number;
};

/** An invitation to the team, for one person, once, until it expires. */
export type Invitation = {
  readonly site: string;
  /** A digest of its token, which itself is not kept. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** A digest of the address it is for, keyed by the token. */
  readonly address: string;
  /**
   * The id under which that address is reserved for its member: a newer invitation to it takes this one's place. Absent for one by a command,
   * which has no keys.
   */
  readonly reservedEmail?: string;
  readonly createdAt: number;
  readonly expiresAt: number;
};

export type Team = { readonly members: readonly Member[]; readonly invitations: readonly Invitation[] };

/** Whether this is a member now. */
export const isActive = (member: Member | undefined): member is Member & { readonly removedAt?: never } =>
  member !== undefined && member.removedAt === undefined;

/** A member's state for the audit trail: role and name as they are at the time, as in `admin, Léa Morvan`. */
export const standingOf = (member: Pick<Member, 'role' | 'name' | 'removedAt'> | undefined): string => {
  if (!member) return 'none';
  return member.removedAt === undefined ? `${member.role}, ${member.name}` : 'removed';
};

/** What each role may do, as the moderators' page asks: an admin has all of a moderator's rights. */
export type Right = 'moderate' | 'policy' | 'team' | 'learning';
export const rightsOf = (role: Role): readonly Right[] =>
  role === 'admin' ? ['moderate', 'policy', 'team', 'learning'] : ['moderate'];
