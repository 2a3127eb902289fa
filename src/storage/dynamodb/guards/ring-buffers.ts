import {
  ConditionalCheckFailedException,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from '../attributes.ts';
import type { Key } from '../keys.ts';
import type { Table } from '../table.ts';

const EMPTY = new Uint8Array();
/** Attempts at removing an entry while concurrent pushes shift it. */
const TRIES = 5;

/** An entry to push, and its condition: the entry at each index is absent, sorts before a threshold, or lies in the future. */
export type Push = {
  readonly key: Key;
  readonly entry: Uint8Array;
  /** An older entry, which a ring buffer begins with where there is none yet. */
  readonly first?: Uint8Array;
  readonly size: number;
  readonly olderThan?: ReadonlyMap<number, Uint8Array>;
  /** Entries from here on were written by a clock that was ahead, and are ignored. */
  readonly future?: Uint8Array;
  /** The attribute of a counter beside the ring buffer, and the outdated counters to remove. */
  readonly count?: { readonly in: string; readonly old: readonly string[] };
  /** Epoch seconds. */
  readonly expiresAt: number;
};

export type Pushed = {
  readonly pushed: boolean;
  /** The entries before the push, newest first. */
  readonly before: readonly Uint8Array[];
  readonly item: Item | undefined;
};

/**
 * A ring buffer in one item of under 1 KB: the newest `size` entries, newest first, in the attributes r0, r1, ...
 * One conditional update shifts all of them by one: DynamoDB evaluates every right-hand side before it writes, so nothing
 * needs to be read first and two pushes at once both count.
 */
export const pushToRingBuffer = async (table: Table, push: Push): Promise<Pushed> => {
  try {
    const { Attributes } = await table.send(
      new UpdateItemCommand({ TableName: table.name, ...pushing(push) }),
    );
    return { pushed: true, before: entriesOf(Attributes, push.size), item: Attributes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { pushed: false, before: entriesOf(error.Item, push.size), item: error.Item };
  }
};

const pushing = ({ key, entry, first, size, olderThan = new Map(), future, count, expiresAt }: Push) => {
  const shifts = Array.from(
    { length: size - 1 },
    (_, at) => `r${at + 1} = if_not_exists(r${at}, ${first && at === 0 ? ':first' : ':none'})`,
  );
  const late = (at: number) => (future ? ` OR r${at} >= :future` : '');
  const conditions = [...olderThan.keys()].map(
    (at) => `(attribute_not_exists(r${at}) OR r${at} < :t${at}${late(at)})`,
  );
  const thresholds = Object.fromEntries([...olderThan].map(([at, threshold]) => [`:t${at}`, threshold]));
  const counting = count ? ` ADD ${count.in} :one REMOVE ${count.old.join(', ')}` : '';
  return {
    Key: toItem(key),
    UpdateExpression: `SET expiresAt = :expiresAt, r0 = :entry, ${shifts.join(', ')}${counting}`,
    ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
    ExpressionAttributeValues: toItem({
      ':entry': entry,
      ':none': EMPTY,
      ':first': first,
      ':expiresAt': expiresAt,
      ':one': count && 1,
      ':future': conditions.length > 0 ? future : undefined,
      ...thresholds,
    }),
    ReturnValues: 'ALL_OLD',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Partial<UpdateItemCommandInput>;
};

/** Removes an entry from wherever it has been shifted to, and from the count. Does nothing when it has left the buffer. */
export const takeFromRingBuffer = async (table: Table, push: Push): Promise<void> => {
  let at = 0;
  for (let tried = 0; tried < TRIES && at !== -1; tried += 1) {
    try {
      await table.send(new UpdateItemCommand({ TableName: table.name, ...taking(push, at) }));
      return;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      at = entriesOf(error.Item, push.size).findIndex((one) => Buffer.compare(one, push.entry) === 0);
    }
  }
};

const taking = ({ key, entry, size, count }: Push, at: number) => {
  const shifts = Array.from(
    { length: size - 1 - at },
    (_, n) => `r${at + n} = if_not_exists(r${at + n + 1}, :none)`,
  );
  return {
    Key: toItem(key),
    UpdateExpression: [
      ...(shifts.length > 0 ? [`SET ${shifts.join(', ')}`] : []),
      `REMOVE r${size - 1}`,
      ...(count ? [`ADD ${count.in} :less`] : []),
    ].join(' '),
    ConditionExpression: `r${at} = :entry`,
    ExpressionAttributeValues: toItem({
      ':entry': entry,
      ':none': shifts.length > 0 ? EMPTY : undefined,
      ':less': count && -1,
    }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Partial<UpdateItemCommandInput>;
};

/** The entries of a ring buffer's item, newest first. */
export const entriesOf = (item: Item | undefined, size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, at) => item?.[`r${at}`]?.B ?? EMPTY).filter(({ length }) => length > 0);
