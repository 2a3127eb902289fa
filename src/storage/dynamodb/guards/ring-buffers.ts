import {
  ConditionalCheckFailedException,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { countOf, type Item, toItem } from '../attributes.ts';
import type { Key } from '../keys.ts';
import type { Table } from '../table.ts';

const EMPTY = new Uint8Array();
/** Attempts at removing an entry while concurrent pushes shift it. */
const TRIES = 5;

/**
 * A counter beside the ring buffer: how many were pushed since it began, less one, in the attribute `in`, and what it counts, in `mark`: a map
 * whose one name that is. It begins anew with the first push that names another.
 */
export type Counter = { readonly in: string; readonly mark: string; readonly of: string };

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
  readonly count?: Counter;
  /** Attributes that nobody reads any more, and that an item may still have. */
  readonly unread?: readonly string[];
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

const pushing = ({
  key,
  entry,
  first,
  size,
  olderThan = new Map(),
  future,
  count,
  unread = [],
  expiresAt,
}: Push) => {
  const shifts = Array.from(
    { length: size - 1 },
    (_, at) => `r${at + 1} = if_not_exists(r${at}, ${first && at === 0 ? ':first' : ':none'})`,
  );
  const late = (at: number) => (future ? ` OR r${at} >= :future` : '');
  const conditions = [...olderThan.keys()].map(
    (at) => `(attribute_not_exists(r${at}) OR r${at} < :t${at}${late(at)})`,
  );
  const set = ['expiresAt = :expiresAt', 'r0 = :entry', ...shifts, ...(count ? counting(count) : [])];
  const thresholds = Object.fromEntries([...olderThan].map(([at, threshold]) => [`:t${at}`, threshold]));
  return {
    Key: toItem(key),
    UpdateExpression: `SET ${set.join(', ')}${unread.length > 0 ? ` REMOVE ${unread.join(', ')}` : ''}`,
    ...namesOf(count),
    ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
    ExpressionAttributeValues: toItem({
      ':entry': entry,
      ':none': EMPTY,
      ':first': first,
      ':expiresAt': expiresAt,
      ...(count ? { ':zero': 0, ':mark': { [count.of]: STEP } } : {}),
      ':future': conditions.length > 0 ? future : undefined,
      ...thresholds,
    }),
    ReturnValues: 'ALL_OLD',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Partial<UpdateItemCommandInput>;
};

/** What a mark holds under its name: subtracted from a counter of the same, it adds one; where another is marked, the counter itself is subtracted. */
const STEP = -1;

const counting = ({ in: counter, mark }: Counter): readonly string[] => {
  const known = `if_not_exists(${counter}, :zero)`;
  return [`${counter} = ${known} - if_not_exists(${mark}.#of, ${known})`, `${mark} = :mark`];
};

const namesOf = (count: Counter | undefined) =>
  count ? { ExpressionAttributeNames: { '#of': count.of } } : {};

/** How many pushes a counter of this has counted. */
export const countIn = (item: Item | undefined, { in: counter, mark, of }: Counter): number =>
  item?.[mark]?.M?.[of] === undefined ? 0 : countOf(item, counter) + 1;

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
  const sets = [...shifts, ...(count ? [lessening(count)] : [])];
  return {
    Key: toItem(key),
    UpdateExpression: `${sets.length > 0 ? `SET ${sets.join(', ')} ` : ''}REMOVE r${size - 1}`,
    ConditionExpression: `r${at} = :entry`,
    ...namesOf(count),
    ExpressionAttributeValues: toItem({
      ':entry': entry,
      ':none': shifts.length > 0 ? EMPTY : undefined,
      ':zero': count && 0,
    }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const satisfies Partial<UpdateItemCommandInput>;
};

/** Takes one off, unless another is counted by now. */
const lessening = ({ in: counter, mark }: Counter): string =>
  `${counter} = if_not_exists(${counter}, :zero) + if_not_exists(${mark}.#of, :zero)`;

/** The entries of a ring buffer's item, newest first. */
export const entriesOf = (item: Item | undefined, size: number): readonly Uint8Array[] =>
  Array.from({ length: size }, (_, at) => item?.[`r${at}`]?.B ?? EMPTY).filter(({ length }) => length > 0);
