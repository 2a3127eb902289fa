import { type Invitation, isActive, type Member } from '../comment/member.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Acting, memberEvent } from '../moderation/team-event.ts';
import type { ReadInvitation, ReadTeam, SaveMember } from '../storage/team-store.ts';
import { alreadyOne, checkName } from './add-member.ts';
import { untilSaved } from './team/until-saved.ts';

type App = { readonly store: ReadInvitation & ReadTeam & SaveMember };
/** Who joins, by which invitation, and with which verified address as digested with its token. */
export type Joining = Pick<Member, 'site' | 'id' | 'identity'> &
  Pick<Invitation, 'address'> & {
    readonly invitation: string;
    /** Ids under which a name and the verified address are reserved. */
    readonly reserve: Reserve;
  };
export type Reserve = (name: string) => Pick<Member, 'reservedName' | 'reservedEmail'>;

/**
 * Makes whom an invitation was for a member, once.
 * @throws {Refusal} `invitation-not-found`, also when somebody else was faster, or for an invitation older than their last joining or
 * removal; `invalid-id-token` for another address; `already-a-member`; `invalid-fields` for a name that was taken meanwhile
 */
export const joinTeam = ({ store }: App, joining: Joining, acting: Omit<Acting, 'by'>): Promise<Member> =>
  untilSaved(() => join(store, joining, acting));

const join = async (
  store: App['store'],
  { address, invitation: token, reserve, ...who }: Joining,
  acting: Omit<Acting, 'by'>,
): Promise<Member | undefined> => {
  // The team first: whoever is on it by this invitation has used it up when it is read.
  const { members, version: team } = await store.readTeam(who.site);
  const invitation = await findInvitation(store, who.site, token, acting.now);
  if (address !== invitation.address)
    throw new Refusal(
      'invalid-id-token',
      'The invitation is for another email address than this account has.',
    );
  const before = members.find(({ id }) => id === who.id);
  if (isActive(before)) throw alreadyOne(before);
  const { name, role } = invitation;
  const reserved = reserve(name);
  if (isOutdated(invitation, members, { ...who, ...reserved })) throw unusable();
  checkName({ members: members.filter(isActive), invitations: [] }, { id: who.id, name }, 'invitation');

  const version = (before?.version ?? 0) + 1;
  const member = { ...who, name, role, kind: 'person', version, createdAt: acting.now } as const;
  const after = { ...member, ...reserved };
  const event = memberEvent('join', { before, after }, { ...acting, by: who.id });
  const change = { before, after, invitation, team };
  const isSaved = await store.saveMember(change, { ...event, before: `invited ${invitation.id}` });
  return isSaved ? after : undefined;
};

/** Whether its person, by this account or another of the same verified address, joined or was removed since. */
const isOutdated = (
  { createdAt: invitedAt }: Invitation,
  members: readonly Member[],
  { id, reservedEmail }: Pick<Member, 'id' | 'reservedEmail'>,
): boolean =>
  members.some(
    (one) =>
      (one.id === id || (reservedEmail !== undefined && one.reservedEmail === reservedEmail)) &&
      (one.removedAt ?? one.createdAt) >= invitedAt,
  );

const findInvitation = async (
  store: ReadInvitation,
  site: string,
  id: string,
  now: number,
): Promise<Invitation> => {
  const invitation = await store.readInvitation(site, id);
  if (invitation && invitation.expiresAt > now) return invitation;
  throw unusable();
};

const unusable = () =>
  new Refusal('invitation-not-found', 'This invitation was used, has expired or was taken back.');
