import { type Listing, type Queue, queues } from '../../../comment/queue.ts';
import type { ListOfArticle, ListQueue, ListQueues, QueueQuestion, QueueState } from '../../comment-store.ts';
import { countOf, toItem } from '../attributes.ts';
import { itemToComment, itemToQueued, STATUS } from '../codecs/comment-item.ts';
import { QUEUED_VERDICT } from '../codecs/screening-map.ts';
import { remarksOf } from '../codecs/verdict-text.ts';
import { articlePartition, COMMENT_PREFIX, queueCountsKey, queuePartition, VIEW } from '../keys.ts';
import type { Table } from '../table.ts';
import { readPage } from './pages.ts';

/** What moderators see. */
export const createQueues = (table: Table): ListQueues & ListQueue & ListOfArticle => ({
  listQueues: async (site) => {
    const counts = await table.get(queueCountsKey(site));
    const oldest = await Promise.all(queues.map((queue) => oldestIn(table, site, queue)));
    const stateOf = (queue: Queue, at: number): [Queue, QueueState] => {
      const since = oldest[at];
      return [
        queue,
        { count: Math.max(0, countOf(counts, queue)), ...(since === undefined ? {} : { oldest: since }) },
      ];
    };
    return Object.fromEntries(queues.map(stateOf)) as Record<Queue, QueueState>;
  },

  listQueue: async (question) => {
    const query = { ...filtered(question), ScanIndexForward: question.order === 'oldest' };
    const { items, next } = await readPage(table, query, question.limit, question.from);
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
    const { items, next } = await readPage(table, query, limit, from);
    return { items: table.readable(items, itemToComment), ...(next ? { next } : {}) };
  },
});

const oldestIn = async (table: Table, site: string, queue: Queue): Promise<number | undefined> => {
  const { Items } = await table.query({ ...inListing(site, queue), Limit: 1 });
  return table.readable(Items, itemToQueued)[0]?.since;
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
