import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from './attributes.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const EMPTY = new Uint8Array();

/** What to push, and what must hold: the entry at each index begins before a threshold, or is absent. */
export type Push = {
  readonly key: Key;
  readonly entry: Uint8Array;
  readonly size: number;
  readonly olderThan?: ReadonlyMap<number, Uint8Array>;
  /** Epoch seconds. */
  readonly expiresAt: number;
};

/**
 * Remembers the newest `size` entries of something in one item of under 1 KB, newest first, in the attributes r0, r1, ...
 * One conditional update shifts them all by one place: DynamoDB reads every right-hand side before it writes, so nothing
 * needs to be read first and two pushes at once both count.
 */
export const pushToRing = async (table: Table, push: Push) => {
  try {
    const { Attributes } = await table.send(
      new UpdateItemCommand({ TableName: table.name, ...update(push) }),
    );
    return { pushed: true, before: entriesOf(Attributes, push.size) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { pushed: false, before: entriesOf(error.Item, push.size) };
  }
};

const update = ({ key, entry, size, olderThan = new Map(), expiresAt }: Push) => {
  const shifts = Array.from({ length: size - 1 }, (_, at) => `r${at + 1} = if_not_exists(r${at}, :none)`);
  const conditions = [...olderThan.keys()].map((at) => `(attribute_not_exists(r${at}) OR r${at} < :t${at})`);
  const thresholds = Object.fromEntries([...olderThan].map(([at, threshold]) => [`:t${at}`, threshold]));
  return {
    Key: toItem(key),
    UpdateExpression: `SET expiresAt = :expiresAt, r0 = :entry, ${shifts.join(', ')}`,
    ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
    ExpressionAttributeValues: toItem({
      ':entry': entry,
      ':none': EMPTY,
      ':expiresAt': expiresAt,
      ...thresholds,
    }),
    ReturnValues: 'ALL_OLD',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
};

const entriesOf = (item: Item | undefined, size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, at) => item?.[`r${at}`]?.B ?? EMPTY).filter(({ length }) => length > 0);
