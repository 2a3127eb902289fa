import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { firstIdAt } from '../../comment/comment-id.ts';
import type {
  Bookmarks,
  ForgetNetwork,
  ListDue,
  ListNetworked,
  ListTouched,
  RemoveDue,
} from '../upkeep-store.ts';
import { toItem } from './attributes.ts';
import { itemToQueued, toSeconds } from './items.ts';
import {
  articleOfDay,
  articlePartition,
  COMMENT_PREFIX,
  commentKey,
  dayPartition,
  idOf,
  jobKey,
  queuePartition,
  VIEW,
} from './keys.ts';
import { readAll, readPage } from './pages.ts';
import type { Table } from './table.ts';

const PAGE = 100;

/** What the jobs read and remove. Every write has a condition, so that running twice or stopping halfway does no harm. */
export const createCleanup = (table: Table): ListDue & RemoveDue => ({
  listDue: async ({ site, listing, before, from }) => {
    const query = {
      IndexName: VIEW,
      KeyConditionExpression: 'v = :v AND vs < :before',
      ExpressionAttributeValues: toItem({
        ':v': queuePartition(site, listing),
        ':before': firstIdAt(before),
      }),
    };
    const { items, next } = await readPage(table, query, PAGE, from);
    return { items: table.readable(items, itemToQueued), ...(next ? { next } : {}) };
  },

  removeDue: ({ site, article, id }, now) =>
    conditionally(() =>
      table.send(
        new DeleteItemCommand({
          TableName: table.name,
          Key: table.key(commentKey(site, article, id)),
          ConditionExpression: 'expiresAt <= :now AND #status <> :approved',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: toItem({ ':now': toSeconds(now), ':approved': 'approved' }),
        }),
      ),
    ),
});

/** The days' records of which articles changed, and what they lead to. */
export const createNetworks = (table: Table): ListTouched & ListNetworked & ForgetNetwork => ({
  listTouched: async (site, day, from) => {
    const query = {
      KeyConditionExpression: 'pk = :day',
      ExpressionAttributeValues: toItem({ ':day': dayPartition(site, day) }),
    };
    const { items, next } = await readPage(table, query, PAGE, from);
    return { items: items.map(({ sk }) => articleOfDay(sk?.S ?? '')), ...(next ? { next } : {}) };
  },

  listNetworked: async (site, article, { from, until }) => {
    const items = await readAll(table, {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      FilterExpression: 'attribute_exists(network)',
      ExpressionAttributeValues: toItem({
        ':pk': articlePartition(site, article),
        ':from': `${COMMENT_PREFIX}${firstIdAt(from)}`,
        ':until': `${COMMENT_PREFIX}${firstIdAt(until)}`,
      }),
      ProjectionExpression: 'sk',
    });
    return items.map(({ sk }) => ({ site, article, id: idOf(sk?.S ?? '') }));
  },

  forgetNetwork: ({ site, article, id }) =>
    conditionally(() =>
      table.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: table.key(commentKey(site, article, id)),
          UpdateExpression: 'REMOVE network',
          ConditionExpression: 'attribute_exists(network)',
        }),
      ),
    ),
});

export const createBookmarks = (table: Table): Bookmarks => ({
  readBookmark: async (job, site) => (await table.get(jobKey(job, site)))?.bookmark?.S,
  saveBookmark: async (job, site, bookmark) => {
    const key = jobKey(job, site);
    if (bookmark === undefined)
      await table.send(new DeleteItemCommand({ TableName: table.name, Key: table.key(key) }));
    else await table.send(new PutItemCommand({ TableName: table.name, Item: toItem({ ...key, bookmark }) }));
  },
});

const conditionally = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
