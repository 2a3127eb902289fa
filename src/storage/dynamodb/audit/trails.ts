import type { AddLink, ReadLinks, ReadTrail } from '../../audit-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { itemToLink, itemToStored, linkToItem } from '../codecs/trail-items.ts';
import { transact } from '../conditional-writes.ts';
import { putOf } from '../expressions.ts';
import { articlePartition, EVENT_PREFIX, LINK_PREFIX, linkKey, siteTrail } from '../keys.ts';
import { readEach } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import { countPart } from './day-counts.ts';

/** The chains of audit trails. A link costs two write units, as much its day's counts, and a trail's newest links half a unit or one to read. */
export const createLinks = (table: Table): ReadLinks & AddLink => ({
  readLinks: async (trail, limit, before) => {
    const { Items } = await table.query({
      ...under(trail, LINK_PREFIX),
      ...(before === undefined ? {} : { ExclusiveStartKey: table.key(linkKey(trail, before)) }),
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
    const read = <T>(prefix: string, make: (items: readonly Item[]) => readonly T[]) =>
      readEach(table, { ...under(trail, prefix), ConsistentRead: true }, make);
    const events = await read(EVENT_PREFIX, (items) => table.readable(items, itemToStored));
    // Behind the events: what is sealed meanwhile counts as sealed.
    const links = await read(LINK_PREFIX, (items) => items.map(itemToLink));
    return { trail, events, links };
  },
});

const under = (trail: string, prefix: string) => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: toItem({ ':pk': trail, ':prefix': prefix }),
});
