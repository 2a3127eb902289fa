import { type Listing, type Queue, queues } from '../../../comment/queue.ts';
import type { ListOfArticle, ListQueue, ListQueues, QueueQuestion, QueueState } from '../../comment-store.ts';
import { countOf, type Item, toItem } from '../attributes.ts';
import { itemToComment, itemToQueued, STATUS } from '../codecs/comment-item.ts';
import { EXPIRES_AT, toMs } from '../codecs/expiry.ts';
import { expiryInQueue, QUEUED_VERDICT } from '../codecs/screening-map.ts';
import { remarksOf } from '../codecs/verdict-text.ts';
import {
  articlePartition,
  COMMENT_PREFIX,
  queueCountsKey,
  queuePartition,
  sinceOfView,
  VIEW,
} from '../keys.ts';
import type { Clock } from '../learning/memories.ts';
import type { Table } from '../table.ts';
import { readPage } from './pages.ts';

/** What moderators see: nothing whose time is over, though it may be stored until a job or the table removes it. */
export const createQueues = (table: Table, { now }: Clock): ListQueues & ListQueue & ListOfArticle => ({
  listQueues: async (site) => {
    const counts = await table.get(queueCountsKey(site));
    const stateOf = async (queue: Queue): Promise<[Queue, QueueState]> => {
      const { expired, oldest } = await frontOf(table, site, queue, now());
      const count = Math.max(0, countOf(counts, queue) - expired);
      return [queue, { count, ...(oldest === undefined ? {} : { oldest }) }];
    };
    return Object.fromEntries(await Promise.all(queues.map(stateOf))) as Record<Queue, QueueState>;
  },

  listQueue: async (question) => {
    const query = { ...filtered(question), ScanIndexForward: question.order === 'oldest' };
    const { limit, from } = question;
    const { items, next } = await readPage(table, query, { limit, from, keep: isQueuedStill(now()) });
    return { items: table.readable(items, itemToQueued), ...(next ? { next } : {}) };
  },

  listOfArticle: async ({ site, article, status, order, limit, from }) => {
    const query = {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :comments)',
      ExpressionAttributeValues: toItem({
        ':pk': articlePartition(site, article),
        ':comments': COMMENT_PREFIX,
        ':status': status,
      }),
      ...(status && {
        FilterExpression: '#status = :status',
        ExpressionAttributeNames: { '#status': STATUS },
      }),
      ScanIndexForward: order === 'oldest',
    };
    const { items, next } = await readPage(table, query, { limit, from, keep: isStoredStill(now()) });
    return { items: table.readable(items, itemToComment), ...(next ? { next } : {}) };
  },
});

/** Entries are removed within the hour: more than so many expired ones are not looked for. */
const LOOKED_AT = 100;
const QUERIES_MAX = 10;

/**
 * The expired entries that a queue begins with, which its counter still counts, and when the first of the others came in. Reads one entry
 * where none has expired.
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

/** Entries of the index do not carry `expiresAt`. */
const isQueuedStill = (now: number) => (item: Item) => {
  const place = item.vs?.S;
  return place === undefined || expiryInQueue(item, sinceOfView(place)) > now;
};

const isStoredStill = (now: number) => (item: Item) => {
  const seconds = item[STATUS]?.S === 'approved' ? undefined : item[EXPIRES_AT]?.N;
  return seconds === undefined || toMs(Number(seconds)) > now;
};

/** Every entry of one listing, longest there first. */
export const inListing = (site: string, listing: Listing) => ({
  IndexName: VIEW,
  KeyConditionExpression: 'v = :v',
  ExpressionAttributeValues: toItem({ ':v': queuePartition(site, listing) }),
});

const filtered = ({ site, queue, article, reason }: QueueQuestion) => {
  const query = inListing(site, queue);
  const filters: string[] = [];
  const values: Record<string, string> = {};
  if (article !== undefined) {
    filters.push('pk = :pk');
    values[':pk'] = articlePartition(site, article);
  }
  if (reason !== undefined) {
    const remarks = remarksOf(reason).map((text, at) => [`:remark${at}`, text] as const);
    const found = remarks.map(([placeholder]) => `contains(${QUEUED_VERDICT}, ${placeholder})`);
    filters.push(`(${found.join(' OR ')})`);
    Object.assign(values, Object.fromEntries(remarks));
  }
  if (filters.length === 0) return query;
  return {
    ...query,
    FilterExpression: filters.join(' AND '),
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ...toItem(values) },
  };
};
