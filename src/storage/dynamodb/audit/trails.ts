import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AddLink, ReadLinks, ReadTrail } from '../../audit-store.ts';
import { toItem } from '../attributes.ts';
import { itemToEvent, itemToLink, linkToItem } from '../codecs/trail-items.ts';
import { writeIf } from '../conditional-writes.ts';
import { putOf } from '../expressions.ts';
import { articlePartition, EVENT_PREFIX, LINK_PREFIX } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';

/** The chains of audit trails. A link costs one write unit, and a trail's newest links half a unit or one to read. */
export const createLinks = (table: Table): ReadLinks & AddLink => ({
  readLinks: async (trail, limit) => {
    const { Items } = await table.query({
      ...under(trail, LINK_PREFIX),
      ScanIndexForward: false,
      Limit: limit,
      ConsistentRead: true,
    });
    return (Items ?? []).map(itemToLink);
  },
  addLink: async (trail, link) => {
    const item = linkToItem(trail, link);
    const unmet = await writeIf(() => table.send(new PutItemCommand(putOf(table, item, [['pk', 'absent']]))));
    // The first attempt succeeded but its answer was lost, so the retry met its own link.
    return unmet?.parts.get(0)?.hash?.S === link.hash || unmet === undefined;
  },
});

export const createTrails = (table: Table): ReadTrail => ({
  readTrail: async (site, article) => {
    const trail = articlePartition(site, article);
    const [events, links] = await Promise.all(
      [EVENT_PREFIX, LINK_PREFIX].map((prefix) =>
        readAll(table, { ...under(trail, prefix), ConsistentRead: true }),
      ),
    );
    return { trail, events: (events ?? []).map(itemToEvent), links: (links ?? []).map(itemToLink) };
  },
});

const under = (trail: string, prefix: string) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: toItem({ ':pk': trail, ':prefix': prefix }),
});
