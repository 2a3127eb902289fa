import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../../comment/comment.ts';
import type { HistoryQuestion, Same } from '../../../submission/history.ts';
import { type Item, optional, toItem } from '../attributes.ts';
import { secondsAt } from '../codecs/expiry.ts';
import { idempotencyKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { expireRecord } from './expire-record.ts';

const KEPT_S = 24 * 3600;

/** Who holds a key: this submission, an earlier copy of it, or another comment. */
export type Claim = {
  readonly isMine: boolean;
  readonly isReused: boolean;
  /** The comment id in the record, and the sealed identity of its first sender. */
  readonly first?: Omit<Same, 'by'>;
};

/** Writes a submission's idempotency key into a record of its own, unless an unexpired record exists. One write unit. */
export const claimKey = async (table: Table, question: HistoryQuestion): Promise<Claim> => {
  const { site, key, id, fingerprint: print, now } = question;
  if (!key) return { isMine: false, isReused: false };
  try {
    await table.send(
      new PutItemCommand({
        TableName: table.name,
        Item: toItem({
          ...idempotencyKey(site.id, key.digest),
          ...{ id, print, sender: key.sender },
          expiresAt: secondsAt(now) + KEPT_S,
        }),
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: toItem({ ':now': secondsAt(now) }),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { isMine: true, isReused: false };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
    return claimOf(error.Item, question);
  }
};

/** A record with this id belongs to this submission: a concurrent copy wrote it, or the database's answer was lost. */
const claimOf = (item: Item, { id, fingerprint }: HistoryQuestion): Claim => {
  const isReused = item.print?.S !== fingerprint;
  const first = { id: item.id?.S as CommentId, ...optional('sender', item) };
  return { isMine: !isReused && first.id === id, isReused, ...(isReused ? {} : { first }) };
};

/** Releases the key of a refused submission, so that the sender can use it again for the corrected text. */
export const releaseKey = async (table: Table, { site, key, id, now }: HistoryQuestion): Promise<void> => {
  if (key) await expireRecord(table, idempotencyKey(site.id, key.digest), id, now);
};
