import {
  ConditionalCheckFailedException,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Item, toItem } from './attributes.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const EMPTY = new Uint8Array();
/** How often taking an entry out is tried again after others pushed theirs meanwhile. */
const TRIES = 5;

/** What to push, and what must hold: the entry at each index begins before a threshold, or is absent. */
export type Push = {
  readonly key: Key;
  readonly entry: Uint8Array;
  readonly size: number;
  readonly olderThan?: ReadonlyMap<number, Uint8Array>;
  /** A count kept beside the ring, by its attribute, and those that are out of date by now. */
  readonly count?: { readonly in: string; readonly old: readonly string[] };
  /** Epoch seconds. */
  readonly expiresAt: number;
};

export type Pushed = {
  readonly pushed: boolean;
  /** The entries of before, newest first. */
  readonly before: readonly Uint8Array[];
  readonly item: Item | undefined;
};

/**
 * Remembers the newest `size` entries of something in one item of under 1 KB, newest first, in the attributes r0, r1, ...
 * One conditional update shifts them all by one place: DynamoDB reads every right-hand side before it writes, so nothing
 * needs to be read first and two pushes at once both count.
 */
export const pushToRing = async (table: Table, push: Push): Promise<Pushed> => {
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

const pushing = ({ key, entry, size, olderThan = new Map(), count, expiresAt }: Push) => {
  const shifts = Array.from({ length: size - 1 }, (_, at) => `r${at + 1} = if_not_exists(r${at}, :none)`);
  const conditions = [...olderThan.keys()].map((at) => `(attribute_not_exists(r${at}) OR r${at} < :t${at})`);
  const thresholds = Object.fromEntries([...olderThan].map(([at, threshold]) => [`:t${at}`, threshold]));
  const counting = count ? ` ADD ${count.in} :one REMOVE ${count.old.join(', ')}` : '';
  return {
    Key: toItem(key),
    UpdateExpression: `SET expiresAt = :expiresAt, r0 = :entry, ${shifts.join(', ')}${counting}`,
    ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
    ExpressionAttributeValues: toItem({
      ':entry': entry,
      ':none': EMPTY,
      ':expiresAt': expiresAt,
      ':one': count && 1,
      ...thresholds,
    }),
    ReturnValues: 'ALL_OLD',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Partial<UpdateItemCommandInput>;
};

/** Takes an entry out again, wherever it has got to, and off the count. One that has left the ring is left at that. */
export const takeFromRing = async (table: Table, push: Push): Promise<void> => {
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

const entriesOf = (item: Item | undefined, size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, at) => item?.[`r${at}`]?.B ?? EMPTY).filter(({ length }) => length > 0);
