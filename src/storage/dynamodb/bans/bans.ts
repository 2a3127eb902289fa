import { BANS_MAX, type Ban, isInForce } from '../../../comment/abuse/ban.ts';
import type { AddBan, LiftBan, ListBans } from '../../ban-store.ts';
import { type Item, numberOf, toItem } from '../attributes.ts';
import { putSiteEvent } from '../codecs/site-event-item.ts';
import { transact } from '../conditional-writes.ts';
import { deleteOf, isStill, putOf, updateOf } from '../expressions.ts';
import { BAN_PREFIX, banKey, banListKey } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import type { CacheOptions } from '../ttl-cache.ts';
import { banToItem, itemToBan, itemToBanList, LIST_VERSION, writeEntry } from './ban-items.ts';

/** Most ended entries that one change drops: their names must fit into an expression of 4 KB. */
const DROPPED_MAX = 50;

/** Reads and writes of a site's bans. A change is one transaction: the ban, its entry in the list, and its event. */
export const createBans = (
  table: Table,
  { now }: Pick<CacheOptions, 'now'>,
): ListBans & AddBan & LiftBan => ({
  listBans: async (site) => {
    const items = await readAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :bans)',
      ExpressionAttributeValues: toItem({ ':pk': banListKey(site).pk, ':bans': BAN_PREFIX }),
    });
    return table
      .readable(items, (item) => itemToBan(site, item))
      .filter((ban) => isInForce(ban, now()))
      .toSorted((one, other) => other.createdAt - one.createdAt);
  },

  addBan: async (ban, eventOf) => {
    const { site, id } = ban;
    const { list, replaced, ended, count } = await readFor(table, site, id, now());
    if (count >= BANS_MAX) return { isFull: true };
    const unmet = await transact(table, [
      { Update: listChange(table, site, list, { set: { [id]: writeEntry(ban) }, remove: ended }) },
      { Put: putOf(table, banToItem(ban)) },
      putSiteEvent(table, eventOf(replaced)),
    ]);
    return unmet ? undefined : { isFull: false, replaced };
  },

  liftBan: async (site, id, eventOf) => {
    const { list, replaced, ended } = await readFor(table, site, id, now());
    if (!replaced) return { lifted: undefined };
    const unmet = await transact(table, [
      { Update: listChange(table, site, list, { set: {}, remove: [...ended, id] }) },
      { Delete: deleteOf(table, banKey(site, id)) },
      putSiteEvent(table, eventOf(replaced)),
    ]);
    return unmet ? undefined : { lifted: replaced };
  },
});

/**
 * The list and the ban of an id, as they are. The list comes first: whoever changes the ban after that has changed the list's version too.
 * `ended` may be dropped; `count` leaves out what ended, what is reserved, and the ban itself.
 */
const readFor = async (table: Table, site: string, id: string, now: number) => {
  const list = await table.get(banListKey(site), { ConsistentRead: true });
  const item = await table.get(banKey(site, id), { ConsistentRead: true });
  const entries = itemToBanList(list);
  const ended = [...entries].flatMap(([of, entry]) => (of === id || isInForce(entry, now) ? [] : [of]));
  const [known] = item ? table.readable([item], (one) => itemToBan(site, one)) : [];
  const replaced: Ban | undefined = known && isInForce(known, now) ? known : undefined;
  const reserved = [...entries.values()].filter(({ effect }) => effect === 'reserve');
  const count = entries.size - reserved.length - ended.length - (entries.has(id) ? 1 : 0);
  return { list, replaced, ended: ended.slice(0, DROPPED_MAX), count };
};

type Change = { readonly set: Readonly<Record<string, string>>; readonly remove: readonly string[] };

const listChange = (table: Table, site: string, list: Item | undefined, { set, remove }: Change) => {
  // A list with nothing but reservations has no version yet.
  const version = list?.[LIST_VERSION] ? numberOf(list, LIST_VERSION) : undefined;
  return updateOf(table, banListKey(site), {
    set: { ...set, [LIST_VERSION]: (version ?? 0) + 1 },
    remove,
    only: [isStill(LIST_VERSION, version)],
  });
};
