import { DeleteItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { firstIdAt } from '../../../comment/comment-id.ts';
import { countNames } from '../../../moderation/tally.ts';
import type {
  Checkpoints,
  CountStored,
  ForgetNetwork,
  ListDue,
  ListNetworked,
  ListTouched,
  RemoveDue,
} from '../../maintenance-store.ts';
import { countOf, toItem } from '../attributes.ts';
import { itemToQueued, NETWORK, NETWORK_BANS, STATUS } from '../codecs/comment-item.ts';
import { EXPIRES_AT, secondsAt } from '../codecs/expiry.ts';
import { writeIf } from '../conditional-writes.ts';
import { deleteOf, putOf, updateOf } from '../expressions.ts';
import {
  articlePartition,
  COMMENT_PREFIX,
  commentKey,
  jobKey,
  queueCountsKey,
  queuePartition,
  VIEW,
} from '../keys.ts';
import { placeOf, readAll, readPage } from '../lists/pages.ts';
import { createTouched } from '../lists/recent.ts';
import { idOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

const PAGE = 100;

/** The reads and removals of the jobs. Every write is conditional, so running a job twice or stopping it halfway does no harm. */
export const createCleanup = (table: Table): ListDue & RemoveDue & CountStored => ({
  listDue: async ({ site, listing, before, from }) => {
    const query = {
      IndexName: VIEW,
      KeyConditionExpression: 'v = :v AND vs < :before',
      ExpressionAttributeValues: toItem({
        ':v': queuePartition(site, listing),
        ':before': firstIdAt(before),
      }),
    };
    // After a change of the policy or the clock, a checkpoint may lie outside the queried range: DynamoDB would refuse it.
    const start = from !== undefined && placeOf(from) < firstIdAt(before) ? from : undefined;
    const { items, next } = await readPage(table, query, { limit: PAGE, from: start });
    return { items: table.readable(items, itemToQueued), ...(next ? { next } : {}) };
  },

  removeDue: ({ site, article, id }, now) => {
    const remove = deleteOf(table, commentKey(site, article, id), [
      [EXPIRES_AT, '<=', secondsAt(now)],
      [STATUS, '<>', 'approved'],
    ]);
    return isDone(() => table.send(new DeleteItemCommand(remove)));
  },

  countStored: async (site) => {
    const counts = await table.get(queueCountsKey(site));
    // Blatant spam leaves by the table's own expiry.
    const names = countNames.filter((name) => name !== 'blatant');
    return names.reduce((sum, name) => sum + Math.max(0, countOf(counts, name)), 0);
  },
});

/** The records of which articles changed on a day, and the comments behind them. */
export const createNetworks = (table: Table): ListTouched & ListNetworked & ForgetNetwork => ({
  ...createTouched(table),

  listNetworked: async (site, article, { from, until }) => {
    const items = await readAll(table, {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      FilterExpression: `attribute_exists(${NETWORK})`,
      ExpressionAttributeValues: toItem({
        ':pk': articlePartition(site, article),
        ':from': `${COMMENT_PREFIX}${firstIdAt(from)}`,
        ':until': `${COMMENT_PREFIX}${firstIdAt(until)}`,
      }),
      ProjectionExpression: 'sk',
    });
    return items.map(({ sk }) => ({ site, article, id: idOf(sk?.S ?? '') }));
  },

  forgetNetwork: ({ site, article, id }) => {
    const forget = updateOf(table, commentKey(site, article, id), {
      remove: [NETWORK, NETWORK_BANS],
      only: [[NETWORK, 'exists']],
    });
    return isDone(() => table.send(new UpdateItemCommand(forget)));
  },
});

export const createCheckpoints = (table: Table): Checkpoints => ({
  readCheckpoint: async (job, site) => (await table.get(jobKey(job, site)))?.checkpoint?.S,
  saveCheckpoint: async (job, site, checkpoint) => {
    const key = jobKey(job, site);
    if (checkpoint === undefined) await table.send(new DeleteItemCommand(deleteOf(table, key)));
    else await table.send(new PutItemCommand(putOf(table, toItem({ ...key, checkpoint }))));
  },
});

const isDone = async (write: () => Promise<unknown>): Promise<boolean> =>
  (await writeIf(write)) === undefined;
