import { type Invitation, isActive, type Member, standingOf, type Team } from '../comment/member.ts';
import { Refusal } from '../comment/refusal.ts';
import { DAY_MS } from '../comment/time.ts';
import { type Acting, currentMember, memberEvent } from '../moderation/team-event.ts';
import type { ReadMember, ReadTeam, SaveInvitation, SaveMember } from '../storage/team-store.ts';
import { isSameName } from '../submission/reserved-ids.ts';
import { untilSaved } from './team/until-saved.ts';

/** Members and open invitations of a site. */
const TEAM_MAX = 100;
/** How long an invitation can be taken up. */
const INVITATION_MS = 7 * DAY_MS;

type Wanted = Pick<Member, 'site' | 'id' | 'name' | 'role'>;

/**
 * Invites somebody, by a token whose digest is the invitation's id. It takes the place of any other that is open to the same address, or by
 * the same name where no `reservedEmail` tells.
 * @throws {Refusal} `team-full`, `invalid-fields` for a name that is taken, `changed-meanwhile` when others kept changing the team
 */
export const inviteMember = (
  { store }: InvitationsApp,
  wanted: Invited,
  acting: Acting,
): Promise<Invitation> => untilSaved(() => invite(store, wanted, acting));

type InvitationsApp = { readonly store: ReadTeam & SaveInvitation };
type Invited = Wanted & Pick<Invitation, 'address' | 'reservedEmail'>;

const invite = async (
  store: InvitationsApp['store'],
  wanted: Invited,
  acting: Acting,
): Promise<Invitation | undefined> => {
  const team = await store.readTeam(wanted.site);
  const { members, invitations } = openAt(acting.now, team);
  const replaced = invitations.filter((one) => isToSame(one, wanted));
  const others = invitations.filter((one) => !replaced.includes(one));
  checkRoom({ members, invitations: others });
  checkName({ members, invitations: others }, wanted);

  const { site, id } = wanted;
  const { by, now, event } = acting;
  const after = standingOf(wanted);
  const invitation = { ...wanted, createdAt: now, expiresAt: now + INVITATION_MS };
  const before = replaced.map(({ name }) => `invited, ${name}`).join('; ');
  const added = { id: event, site, at: now, by, action: 'invite-member', subject: id, after } as const;
  const change = { invitation, replaced, team: team.version };
  return (await store.addInvitation(change, { ...added, ...(before && { before }) }))
    ? invitation
    : undefined;
};

/** Makes a program a member. @throws {Refusal} `already-a-member`, `team-full`, `changed-meanwhile`, `invalid-fields` for a name that is taken */
export const addProgram = (
  { store }: ProgramsApp,
  wanted: Wanted & Pick<Member, 'identity'>,
  acting: Acting,
): Promise<Member> => untilSaved(() => add(store, wanted, acting));

type ProgramsApp = { readonly store: ReadMember & ReadTeam & SaveMember };

const add = async (
  store: ProgramsApp['store'],
  wanted: Wanted & Pick<Member, 'identity'>,
  acting: Acting,
): Promise<Member | undefined> => {
  const team = await store.readTeam(wanted.site);
  const before = await store.readMember(wanted.site, wanted.id);
  if (isActive(before)) throw alreadyOne(before);
  const open = openAt(acting.now, team);
  checkRoom(open);
  checkName(open, wanted);

  const version = (before?.version ?? 0) + 1;
  const after = { ...wanted, kind: 'program', version, createdAt: acting.now } as const;
  const change = { before, after, team: team.version };
  return (await store.saveMember(change, memberEvent('add-member', change, acting))) ? after : undefined;
};

export const alreadyOne = (member: Member) =>
  new Refusal('already-a-member', 'This account is a member of the site already.', {
    current: currentMember(member),
  });

/** Nobody takes the name of another, however it is written. @param team as `openAt` has it @throws {Refusal} `invalid-fields` of `field` */
export const checkName = (
  { members, invitations }: Team,
  { id, name }: Pick<Member, 'id' | 'name'>,
  field = 'name',
): void => {
  const isTaken = (one: Pick<Member, 'id' | 'name'>) => one.id !== id && isSameName(one.name, name);
  const refuse = (detail: string) =>
    new Refusal('invalid-fields', 'Some fields are wrong.', { fields: [{ field, detail }] });
  if (members.some(isTaken)) throw refuse('Another member of the team has this name.');
  if (invitations.some(isTaken)) throw refuse('Somebody who is invited to the team has this name.');
};

/** Who is on a team at a moment, and the invitations to it that can be taken up. */
export const openAt = (now: number, { members, invitations }: Team): Team => ({
  members: members.filter(isActive),
  invitations: invitations.filter(({ expiresAt }) => expiresAt > now),
});

type Addressed = Pick<Invitation, 'name' | 'reservedEmail'>;

/** Whether two are for one person: by their addresses, or by name where one of these cannot be compared. */
const isToSame = (one: Addressed, { name, reservedEmail }: Addressed): boolean =>
  one.reservedEmail === undefined || reservedEmail === undefined
    ? isSameName(one.name, name)
    : one.reservedEmail === reservedEmail;

const checkRoom = ({ members, invitations }: Team): void => {
  if (members.length + invitations.length >= TEAM_MAX)
    throw new Refusal('team-full', `A team has at most ${TEAM_MAX} members and invitations.`);
};
