import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Invitation, Member, Role } from '../../../comment/member.ts';
import type { SiteEvent } from '../../../moderation/site-event.ts';
import { countOf, type Item, numberOf, optional, textOf, toItem } from '../attributes.ts';
import { EXPIRES_AT, toMs, toSeconds } from '../codecs/expiry.ts';
import { isStillAt, updateOf } from '../expressions.ts';
import { type Key, teamPartition } from '../keys.ts';
import type { Table } from '../table.ts';

const MEMBER_PREFIX = 'M#';
const INVITATION_PREFIX = 'I#';

export const memberKey = (site: string, id: string): Key => ({
  pk: teamPartition(site),
  sk: `${MEMBER_PREFIX}${id}`,
});
export const invitationKey = (site: string, id: string): Key => ({
  pk: teamPartition(site),
  sk: `${INVITATION_PREFIX}${id}`,
});
/** How many admins a site has. */
export const adminsKey = (site: string): Key => ({ pk: teamPartition(site), sk: 'A' });

const teamKey = (site: string): Key => ({ pk: teamPartition(site), sk: 'T' });

/** The team's version among the items of its partition. */
export const versionOf = (items: readonly Item[]): number =>
  countOf(
    items.find(({ sk }) => sk?.S === teamKey('').sk),
    'version',
  );

/** A change of who is on a team. @param team the version that it was checked against, if it was */
export const teamPart = (table: Table, site: string, team: number | undefined): TransactWriteItem => {
  const only = team === undefined ? [] : [isStillAt(team)];
  return { Update: updateOf(table, teamKey(site), { add: { version: 1 }, only }) };
};

/** What makes a transaction one that may be sent twice: one against another version of the team is another. */
export const teamToken = ({ id }: SiteEvent, team: number | undefined): string => `${id}-${team ?? ''}`;

export const isMember = ({ sk }: Item): boolean => sk?.S?.startsWith(MEMBER_PREFIX) ?? false;
/** A member's id. */
export const idIn = (item: Item): string => textOf(item, 'sk').slice(MEMBER_PREFIX.length);
export const isInvitation = ({ sk }: Item): boolean => sk?.S?.startsWith(INVITATION_PREFIX) ?? false;

export const memberToItem = ({ site, id, ...member }: Member): Item =>
  toItem({ ...memberKey(site, id), ...member });

export const itemToMember = (site: string, item: Item): Member => ({
  site,
  id: idIn(item),
  identity: textOf(item, 'identity'),
  name: textOf(item, 'name'),
  role: textOf(item, 'role') as Role,
  kind: textOf(item, 'kind') as Member['kind'],
  version: numberOf(item, 'version'),
  createdAt: numberOf(item, 'createdAt'),
  ...optional('reservedName', item),
  ...optional('reservedEmail', item),
  ...optional('feed', item),
  ...(item.feedAt === undefined ? {} : { feedAt: numberOf(item, 'feedAt') }),
  ...(item.removedAt === undefined ? {} : { removedAt: numberOf(item, 'removedAt') }),
});

/** An invitation that was used or taken back is only marked so: the table forgets it, as every other, some time after it expired. */
export const closing = (at: number) => ({
  set: { closedAt: at },
  remove: ['address', 'reservedEmail'],
  only: [
    ['pk', 'exists'],
    ['closedAt', 'absent'],
  ] as const,
});
export const isOpen = (item: Item): boolean => item.closedAt === undefined;

export const invitationToItem = ({ site, id, expiresAt, ...invitation }: Invitation): Item =>
  toItem({ ...invitationKey(site, id), ...invitation, [EXPIRES_AT]: toSeconds(expiresAt) });

export const itemToInvitation = (site: string, item: Item): Invitation => ({
  site,
  id: textOf(item, 'sk').slice(INVITATION_PREFIX.length),
  name: textOf(item, 'name'),
  role: textOf(item, 'role') as Role,
  address: textOf(item, 'address'),
  ...optional('reservedEmail', item),
  createdAt: numberOf(item, 'createdAt'),
  expiresAt: toMs(numberOf(item, EXPIRES_AT)),
});
