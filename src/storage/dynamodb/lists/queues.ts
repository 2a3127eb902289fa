import { isInForce } from '../../../comment/abuse/surge.ts';
import { type Queue, queues } from '../../../comment/queue.ts';
import type { ListQueue, ListQueues, QueueState } from '../../queue-store.ts';
import { countOf, type Item } from '../attributes.ts';
import { itemToQueued } from '../codecs/comment-item.ts';
import { queueCountsKey } from '../keys.ts';
import type { Clock } from '../learning/memories.ts';
import { itemToSurges } from '../surges/surge-items.ts';
import type { Table } from '../table.ts';
import { LOOKED_AT, QUERIES_MAX, readPage } from './pages.ts';
import { inListing, isQueuedStill, keeps, queueQuery } from './queue-query.ts';
import { listUrgent } from './urgent.ts';

/** What moderators see: nothing whose time is over, though it may be stored until a job or the table removes it. */
export const createQueues = (table: Table, { now }: Clock): ListQueues & ListQueue => ({
  readQueuesRevision: async (site) => revisionOf(await table.get(queueCountsKey(site)), now()),

  listQueues: async (site) => {
    const counts = await table.get(queueCountsKey(site));
    const stateOf = async (queue: Queue): Promise<[Queue, QueueState]> => {
      const { expired, oldest } = await frontOf(table, site, queue, now());
      const count = Math.max(0, countOf(counts, queue) - expired);
      return [queue, { count, ...(oldest === undefined ? {} : { oldest }) }];
    };
    const states = Object.fromEntries(await Promise.all(queues.map(stateOf))) as Record<Queue, QueueState>;
    const decidedAt = countOf(counts, 'decidedAt');
    const blatant = Math.max(0, countOf(counts, 'blatant'));
    const { surges } = itemToSurges(counts);
    const revision = revisionOf(counts, now());
    return { queues: states, blatant, surges, revision, ...(decidedAt > 0 ? { decidedAt } : {}) };
  },

  listQueue: async (question) => {
    if (question.order === 'urgent') return listUrgent(table, question, now());
    const query = { ...queueQuery(question), ScanIndexForward: question.order === 'oldest' };
    const { limit, from } = question;
    const keep = keeps(table, question, now());
    const isSparse = question.matches !== undefined;
    const { items, next, examined } = await readPage(table, query, { limit, from, keep, isSparse });
    const page = { items: table.readable(items, itemToQueued), examined };
    return { ...page, isPartial: next !== undefined && items.length < limit, ...(next ? { next } : {}) };
  },
});

/**
 * The time is there too, since a restored table begins to count again where its copy ended; and how many surges are in force, which end without
 * being written.
 */
const revisionOf = (counts: Item | undefined, now: number): string => {
  const inForce = itemToSurges(counts).surges.filter((surge) => isInForce(surge, now)).length;
  return `${countOf(counts, 'changes')}-${countOf(counts, 'countedAt')}${inForce > 0 ? `-${inForce}` : ''}`;
};

/**
 * The expired entries that a queue begins with, which its counter still counts, and when the first of the others came in. Reads one entry
 * where none has expired; entries are removed within the hour, so no more than a page's queries are spent on expired ones.
 */
const frontOf = async (table: Table, site: string, queue: Queue, now: number) => {
  let [expired, start] = [0, undefined as Item | undefined];
  for (let queries = 0; queries < QUERIES_MAX; queries += 1) {
    const page = await table.query({
      ...inListing(site, queue),
      Limit: queries === 0 ? 1 : LOOKED_AT,
      ExclusiveStartKey: start,
    });
    const items = page.Items ?? [];
    const first = items.findIndex(isQueuedStill(now));
    if (first >= 0)
      return { expired: expired + first, oldest: table.readable(items.slice(first), itemToQueued)[0]?.since };
    expired += items.length;
    start = page.LastEvaluatedKey;
    if (!start) break;
  }
  return { expired };
};
