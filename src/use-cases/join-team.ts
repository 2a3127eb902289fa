import { type Invitation, isActive, type Member } from '../comment/member.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Acting, memberEvent } from '../moderation/team-event.ts';
import type { ReadInvitation, ReadMember, SaveMember } from '../storage/team-store.ts';
import { alreadyOne } from './add-member.ts';

type App = { readonly store: ReadInvitation & ReadMember & SaveMember };
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
 * @throws {Refusal} `invitation-not-found`, also when somebody else was faster; `invalid-id-token` for another address;
 * `already-a-member`
 */
export const joinTeam = async (
  { store }: App,
  { address, invitation: token, reserve, ...who }: Joining,
  acting: Omit<Acting, 'by'>,
): Promise<Member> => {
  const invitation = await findInvitation(store, who.site, token, acting.now);
  const before = await store.readMember(who.site, who.id);
  if (address !== invitation.address)
    throw new Refusal(
      'invalid-id-token',
      'The invitation is for another e-mail address than this account has.',
    );
  if (isActive(before)) throw alreadyOne(before);

  const { name, role } = invitation;
  const version = (before?.version ?? 0) + 1;
  const member = { ...who, name, role, kind: 'person', version, createdAt: acting.now } as const;
  const after = { ...member, ...reserve(name) };
  const event = memberEvent('join', { before, after }, { ...acting, by: who.id });
  await store.saveMember({ before, after, invitation }, { ...event, before: `invited ${invitation.id}` });
  return after;
};

const findInvitation = async (
  store: ReadInvitation,
  site: string,
  id: string,
  now: number,
): Promise<Invitation> => {
  const invitation = await store.readInvitation(site, id);
  if (invitation && invitation.expiresAt > now) return invitation;
  throw new Refusal('invitation-not-found', 'This invitation was used, has expired or was taken back.');
};
