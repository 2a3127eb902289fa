import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type OwnQueue, ownQueues } from '../../../comment/queue.ts';
import type { HoldSiteCounts, QueueCounts } from '../../maintenance-store.ts';
import { countOf, type Item } from '../attributes.ts';
import { writeIf } from '../conditional-writes.ts';
import { isStill, updateOf } from '../expressions.ts';
import { articleKey, queueCountsKey } from '../keys.ts';
import { inListing } from '../lists/queue-query.ts';
import type { Table } from '../table.ts';

/** Articles that are read at once. */
const READ_AT_ONCE = 25;

/**
 * Every count of a change is written to its article and its site in one transaction, so that the sum of the articles is the site's count at any
 * moment, however far behind the stream is. Index `view`, which lists the comments themselves, tells which one is wrong.
 */
export const createSiteCounts = (table: Table): HoldSiteCounts => ({
  recountSite: async (site, articles) => {
    const before = await readCounts(table, site);
    const stored = countsIn(before);
    const summed = await sumOf(table, site, articles);
    const isRight = ownQueues.every((queue) => stored[queue] === summed[queue]);
    const listed = isRight ? summed : await listedOn(table, site);
    const changes = countOf(before, 'changes');
    if (countOf(await readCounts(table, site), 'changes') !== changes) return undefined;
    return { stored, summed, listed, changes };
  },

  repairSite: async (site, { stored, summed, listed, changes }) => {
    const add = countsBy((queue) => (listed[queue] === summed[queue] ? summed[queue] - stored[queue] : 0));
    if (ownQueues.every((queue) => add[queue] === 0)) return false;
    const repair = updateOf(table, queueCountsKey(site), {
      add: { ...add, changes: 1 },
      only: [isStill('changes', changes === 0 ? undefined : changes)],
    });
    return (await writeIf(() => table.send(new UpdateItemCommand(repair)))) === undefined;
  },
});

const readCounts = (table: Table, site: string) => table.get(queueCountsKey(site), { ConsistentRead: true });

const sumOf = async (table: Table, site: string, articles: readonly string[]): Promise<QueueCounts> => {
  let sum = countsIn(undefined);
  for (let at = 0; at < articles.length; at += READ_AT_ONCE) {
    const keys = articles.slice(at, at + READ_AT_ONCE).map((article) => articleKey(site, article));
    const items = await Promise.all(keys.map((key) => table.get(key, { ConsistentRead: true })));
    const before = sum;
    sum = countsBy((queue) => items.reduce((all, item) => all + countOf(item, queue), before[queue]));
  }
  return sum;
};

const listedOn = async (table: Table, site: string): Promise<QueueCounts> => {
  const numbers = await Promise.all(ownQueues.map((queue) => listedIn(table, site, queue)));
  return countsBy((queue) => numbers[ownQueues.indexOf(queue)] ?? 0);
};

const listedIn = async (table: Table, site: string, queue: OwnQueue): Promise<number> => {
  let [listed, from]: [number, Item | undefined] = [0, undefined];
  do {
    const { Count = 0, LastEvaluatedKey } = await table.query({
      ...inListing(site, queue),
      Select: 'COUNT',
      ExclusiveStartKey: from,
    });
    listed += Count;
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return listed;
};

const countsIn = (item: Item | undefined): QueueCounts => countsBy((queue) => countOf(item, queue));

const countsBy = (count: (queue: OwnQueue) => number): QueueCounts =>
  Object.fromEntries(ownQueues.map((queue) => [queue, count(queue)])) as QueueCounts;
