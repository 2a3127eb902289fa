import type { Invitation } from '../../../comment/member.ts';
import { Refusal } from '../../../comment/refusal.ts';
import type { SiteEvent } from '../../../moderation/site-event.ts';
import type { ReadInvitation, ReadTeam, SaveInvitation, TeamNow } from '../../team-store.ts';
import { toItem } from '../attributes.ts';
import { putSiteEvent } from '../codecs/site-event-item.ts';
import { transact } from '../conditional-writes.ts';
import { putOf, updateOf } from '../expressions.ts';
import { teamPartition } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import {
  closing,
  invitationKey,
  invitationToItem,
  isInvitation,
  isMember,
  isOpen,
  itemToInvitation,
  itemToMember,
  teamPart,
  teamToken,
  versionOf,
} from './member-item.ts';

/** Who is on a team: read where its members are listed, never for a mere decision. */
export const createTeam = (table: Table): ReadTeam & ReadInvitation => ({
  readTeam: (site) => readTeam(table, site),
  readInvitation: async (site, id) => {
    const item = await table.get(invitationKey(site, id), { ConsistentRead: true });
    return item && isOpen(item) ? itemToInvitation(site, item) : undefined;
  },
});

export const readTeam = async (table: Table, site: string): Promise<TeamNow> => {
  const items = await readAll(table, {
    KeyConditionExpression: 'pk = :team',
    ExpressionAttributeValues: toItem({ ':team': teamPartition(site) }),
    ConsistentRead: true,
  });
  return {
    version: versionOf(items),
    members: table.readable(items.filter(isMember), (item) => itemToMember(site, item)),
    invitations: table.readable(items.filter(isInvitation).filter(isOpen), (item) =>
      itemToInvitation(site, item),
    ),
  };
};

export const createInvitations = (table: Table): SaveInvitation => ({
  addInvitation: async ({ invitation, replaced, team }, event) => {
    const put = { Put: putOf(table, invitationToItem(invitation), [['pk', 'absent']]) };
    const drops = replaced.map((one) => dropOf(table, one, event));
    const parts = [put, ...drops, teamPart(table, invitation.site, team), putSiteEvent(table, event)];
    return (await transact(table, parts, teamToken(event, team))) === undefined;
  },
  dropInvitation: async (invitation, event) => {
    const changed = teamPart(table, invitation.site, undefined);
    const parts = [dropOf(table, invitation, event), changed, putSiteEvent(table, event)];
    const unmet = await transact(table, parts, event.id);
    if (unmet)
      throw new Refusal('invitation-not-found', 'This invitation was used or taken back meanwhile.', {
        cause: unmet.cause,
      });
  },
});

const dropOf = (table: Table, { site, id }: Invitation, { at }: SiteEvent) => ({
  Update: updateOf(table, invitationKey(site, id), closing(at)),
});
