import type { AddLink, ReadLinks, ReadTrail } from '../../audit-store.ts';
import { toItem } from '../attributes.ts';
import { itemToLink, itemToStored, linkToItem } from '../codecs/trail-items.ts';
import { transact } from '../conditional-writes.ts';
import { putOf } from '../expressions.ts';
import { articlePartition, EVENT_PREFIX, LINK_PREFIX, siteTrail } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import { countPart } from './day-counts.ts';

/** The chains of audit trails. A link costs two write units, as much its day's counts, and a trail's newest links half a unit or one to read. */
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
  addLink: async (trail, link, counts) => {
    const put = { Put: putOf(table, linkToItem(trail, link), [['pk', 'absent']]) };
    const unmet = await transact(table, [put, ...counts.map((one) => countPart(table, one))], link.hash);
    // The first attempt succeeded but its answer was lost, so the retry met its own link.
    return unmet === undefined || unmet.parts.get(0)?.hash?.S === link.hash;
  },
});

export const createTrails = (table: Table): ReadTrail => ({
  readTrail: async (site, article) => {
    const trail = article === undefined ? siteTrail(site) : articlePartition(site, article);
    const [events, links] = await Promise.all(
      [EVENT_PREFIX, LINK_PREFIX].map((prefix) =>
        readAll(table, { ...under(trail, prefix), ConsistentRead: true }),
      ),
    );
    return { trail, events: table.readable(events, itemToStored), links: (links ?? []).map(itemToLink) };
  },
});

const under = (trail: string, prefix: string) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: toItem({ ':pk': trail, ':prefix': prefix }),
});
