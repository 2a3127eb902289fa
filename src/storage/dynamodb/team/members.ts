import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { isActive, type Member } from '../../../comment/member.ts';
import { Refusal } from '../../../comment/refusal.ts';
import type { CountMemberships, MemberChange, ReadMember, SaveMember } from '../../team-store.ts';
import { countOf } from '../attributes.ts';
import { reservePart } from '../bans/reserve-part.ts';
import { putSiteEvent } from '../codecs/site-event-item.ts';
import { transact, type Unmet } from '../conditional-writes.ts';
import { isStill, putOf, updateOf } from '../expressions.ts';
import { membershipsKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { readTeam } from './invitations.ts';
import {
  adminsKey,
  closing,
  invitationKey,
  itemToMember,
  memberKey,
  memberToItem,
  teamPart,
  teamToken,
} from './member-item.ts';

/** What every call of a moderator asks: half a read unit, and as much again only for a stranger. */
export const createMembers = (table: Table): ReadMember & CountMemberships => ({
  readMember: async (site, id) => {
    const item = await table.get(memberKey(site, id));
    return item && table.readable([item], (one) => itemToMember(site, one))[0];
  },
  countMemberships: async (identity) => countOf(await table.get(membershipsKey(identity)), 'sites'),
});

export const createSaveMember = (table: Table): SaveMember => ({
  saveMember: async (change, event) => {
    const { freed, team = change.team } = await freedBy(table, change);
    const parts = partsOf(table, { ...change, ...(team === undefined ? {} : { team }) }, freed);
    const writes = [...parts.map(({ write }) => write), putSiteEvent(table, event)];
    const unmet = await transact(table, writes, teamToken(event, team));
    if (!unmet) return true;
    checkMet(change, unmet, parts);
    const refusal = refusalOf(unmet, parts);
    if (refusal) throw refusal;
    return false;
  },
});

/** Who was not found has no item, or others were faster. @throws {DamagedItem} where there is one that cannot be read */
const checkMet = ({ before, after }: MemberChange, { parts: failed }: Unmet, parts: readonly Part[]) => {
  const met = failed.get(parts.findIndex(({ write }) => write.Put));
  if (!before && met) itemToMember(after.site, met);
};

/** One write, and what it means when its condition fails: without a refusal, that all is to be looked at anew. */
type Part = { readonly write: TransactWriteItem; readonly refusal?: () => Refusal };

/** The invitation's first: who was slower with one hears that it was used, whatever else failed. */
const partsOf = (table: Table, change: MemberChange, freed: readonly string[]): readonly Part[] => [
  ...invitationPart(table, change),
  ...changeOfTeam(table, change),
  {
    write: {
      Put: putOf(table, memberToItem(change.after), [isStill('version', change.before?.version)]),
    },
    refusal: () => new Refusal('changed-meanwhile', 'Somebody else changed this member first.'),
  },
  ...countPart(table, change),
  ...membershipPart(table, change),
  ...reservationPart(table, change, freed),
];

const invitationPart = (table: Table, { after, invitation }: MemberChange): readonly Part[] => {
  if (!invitation) return [];
  const { site, id } = invitation;
  return [
    {
      write: { Update: updateOf(table, invitationKey(site, id), closing(after.createdAt)) },
      refusal: () => new Refusal('invitation-not-found', 'This invitation was used meanwhile.'),
    },
  ];
};

/** Who is on the team, and by which name. */
const changeOfTeam = (table: Table, { before, after, team }: MemberChange): readonly Part[] => {
  const isSame = isActive(before) === isActive(after) && before?.name === after.name;
  return isSame && team === undefined ? [] : [{ write: teamPart(table, after.site, team) }];
};

/** The count goes down only while another admin is left, so that two who remove each other at once do not both succeed. */
const countPart = (table: Table, { before, after }: MemberChange): readonly Part[] => {
  const admins = Number(isAdmin(after)) - Number(isAdmin(before));
  if (admins === 0) return [];
  const only = admins < 0 ? ([['admins', '>=', 2]] as const) : [];
  return [
    {
      write: { Update: updateOf(table, adminsKey(after.site), { add: { admins }, only }) },
      refusal: () => new Refusal('last-admin', 'This is the last admin of the site: appoint another first.'),
    },
  ];
};

const membershipPart = (table: Table, { before, after }: MemberChange): readonly Part[] => {
  const sites = Number(isActive(after)) - Number(isActive(before));
  if (sites === 0) return [];
  return [
    {
      write: { Update: updateOf(table, membershipsKey(after.identity), { add: { sites } }) },
      refusal: () => new Refusal('changed-meanwhile', 'Somebody else changed this member first.'),
    },
  ];
};

/** The name and the address that nobody else may sign with. */
const reservationPart = (
  table: Table,
  { before, after }: MemberChange,
  remove: readonly string[],
): readonly Part[] => {
  const old = reservedBy(before);
  const add = reservedBy(after).filter((id) => !old.includes(id));
  if (add.length + remove.length === 0) return [];
  return [
    {
      write: reservePart(table, after.site, { add, remove }),
      refusal: () => new Refusal('changed-meanwhile', 'Somebody else changed this member first.'),
    },
  ];
};

/** Reservations that end with a change of a team, of whose version that is: not those of another member by the same name, or with the same address in a second account. */
const freedBy = async (table: Table, { before, after, team: checked }: MemberChange): Promise<Freed> => {
  const own = reservedBy(after);
  const dropped = reservedBy(before).filter((id) => !own.includes(id));
  if (dropped.length === 0) return { freed: [] };
  const { members, version } = await readTeam(table, after.site);
  const others = members.filter(({ id }) => id !== after.id).flatMap(reservedBy);
  return { freed: dropped.filter((id) => !others.includes(id)), team: checked ?? version };
};

type Freed = { readonly freed: readonly string[]; readonly team?: number };

const reservedBy = (member: Member | undefined): readonly string[] =>
  isActive(member) ? [member.reservedName, member.reservedEmail].filter((id) => id !== undefined) : [];

const isAdmin = (member: Member | undefined) => isActive(member) && member.role === 'admin';

/** The first part that failed says why. */
const refusalOf = ({ parts: failed, cause }: Unmet, parts: readonly Part[]): Error | undefined => {
  const first = parts[Math.min(...failed.keys())];
  return first ? first.refusal?.() : cause;
};
