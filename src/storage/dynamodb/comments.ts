import {
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { Refusal } from '../../comment/refusal.ts';
import type { Standing, StatusChange } from '../../moderation/decision.ts';
import type { AddComment, FindComment, SaveStatus } from '../comment-store.ts';
import { toAttribute, toItem } from './attributes.ts';
import { commentToItem, eventToItem, itemToComment, toSeconds, verdictAttribute } from './items.ts';
import { commentKey, viewOf } from './keys.ts';
import { codesOf } from './send.ts';
import type { Table } from './table.ts';
import { writeVerdict } from './verdicts.ts';

export const createComments = (table: Table): FindComment & AddComment & SaveStatus => ({
  find: async ({ site, article, id }) => {
    const item = await table.get(commentKey(site, article, id), { ConsistentRead: true });
    // One that cannot be read is reported and, for everybody else, not there.
    return item && table.readable([item], itemToComment)[0];
  },

  add: async (comment) => {
    try {
      await table.send(
        new PutItemCommand({
          TableName: table.name,
          Item: commentToItem(comment),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { comment, added: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
      return { comment: itemToComment(error.Item), added: false };
    }
  },

  saveStatus: async (change) => {
    try {
      await table.send(
        new TransactWriteItemsCommand({
          ClientRequestToken: requestTokenOf(change),
          TransactItems: [
            updateOf(table, change.comment),
            { Put: { TableName: table.name, Item: eventToItem(change.event) } },
          ],
        }),
      );
    } catch (error) {
      if (!isStale(error)) throw error;
      if (!isOwnWrite(error, change.comment))
        throw new Refusal('changed-meanwhile', 'Somebody else changed the comment first.', { cause: error });
    }
  },
});

/** The last 16 letters of the batch and of the comment: 36 is the longest DynamoDB takes. */
const requestTokenOf = ({ comment, event }: StatusChange) =>
  `${event.batch?.slice(-16)}-${comment.id.slice(-16)}`;

const updateOf = (table: Table, comment: Standing): TransactWriteItem => {
  const verdict = verdictAttribute(comment);
  const set = toItem({
    status: comment.status,
    version: comment.version,
    since: comment.since,
    seen: comment.seen ? 1 : 0,
    decision: comment.decision,
    v: viewOf(comment)?.v,
    vs: viewOf(comment)?.vs,
    expiresAt: comment.expiresAt === undefined ? undefined : toSeconds(comment.expiresAt),
    [verdict]: writeVerdict(comment.verdict),
  });
  const remove = ['v', 'vs', 'expiresAt', 'verdict', 'queueVerdict'].filter((name) => !(name in set));
  return {
    Update: {
      TableName: table.name,
      Key: table.key(commentKey(comment.site, comment.article, comment.id)),
      UpdateExpression: `SET ${Object.keys(set).map((name) => `#${name} = :${name}`)} REMOVE ${remove.map((name) => `#${name}`)}`,
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: Object.fromEntries(
        [...Object.keys(set), ...remove].map((name) => [`#${name}`, name]),
      ),
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
        ':before': toAttribute(comment.version - 1),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

const isStale = (error: unknown): error is TransactionCanceledException =>
  error instanceof TransactionCanceledException && codesOf(error)[0] === 'ConditionalCheckFailed';

/** The answer to the first attempt was lost, and the retry met its own result. */
const isOwnWrite = (error: TransactionCanceledException, { version, decision }: Standing): boolean => {
  const item = error.CancellationReasons?.[0]?.Item;
  return item?.version?.N === String(version) && decision !== undefined && item.decision?.S === decision;
};
