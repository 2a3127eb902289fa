import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../../comment/comment.ts';
import { toItem } from '../attributes.ts';
import { secondsAt } from '../codecs/expiry.ts';
import type { Key } from '../keys.ts';
import type { Table } from '../table.ts';

/** Ends a record that a submission claimed, so that another may claim it from `now` on. A record that has another owner by now stays. */
export const expireRecord = async (table: Table, key: Key, owner: CommentId, now: number): Promise<void> => {
  try {
    await table.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: table.key(key),
        UpdateExpression: 'SET expiresAt = :now',
        ConditionExpression: 'id = :id',
        ExpressionAttributeValues: toItem({ ':now': secondsAt(now), ':id': owner }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};
