import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type Counts, countNames, tally } from '../../moderation/tally.ts';
import type { ArticleTally, ReadCounted, Recount, RepairCounts, SaveTally } from '../upkeep-store.ts';
import { toItem } from './attributes.ts';
import { itemToCounted, screeningKey, stepParts } from './counted-items.ts';
import { articleKey, authorKey, type Key, queueCountsKey } from './keys.ts';
import { codesOf } from './send.ts';
import type { Table } from './table.ts';
import { touchDay } from './touched-days.ts';

/** A transaction has at most 100 parts: a comment's event, its removal and its author each, and two more. */
const STEPS_MAX = 32;

/** Counters, authors' records and the trail of automatic changes: each change of a comment is counted once. */
export const createTallies = (table: Table): ReadCounted & SaveTally & RepairCounts => ({
  readCounted: async (site, article, ids) => {
    const keys = [articleKey(site, article), ...ids.map((id) => screeningKey(site, article, id))];
    const [stored, ...events] = await Promise.all(
      keys.map((key) => table.get(key, { ConsistentRead: true })),
    );
    const counted = ids.flatMap((id, at) => {
      const [found] = events[at] ? table.readable([events[at]], itemToCounted) : [];
      return found ? [[id, found] as const] : [];
    });
    return { stream: stored?.stream?.S, counted: new Map(counted) };
  },

  saveTally: async (asked) => {
    const { site, article, days } = asked;
    // A day may be written twice, and without the counts: the nightly jobs only look there.
    await Promise.all(days.map((day) => table.send(touchDay(table, { site, article, day }))));
    return commit(table, partsOf(table, asked));
  },

  repair: async (site, article, recount, stream) => {
    const { missed, tallies } = recount;
    for (let at = 0; at < missed.length; at += STEPS_MAX) {
      const steps = missed.slice(at, at + STEPS_MAX);
      const isSaved = await commit(
        table,
        partsOf(table, { site, article, stream: undefined, steps, days: [] }),
      );
      if (!isSaved) return false;
    }
    const drift = driftOf(recount);
    const isRight = countNames.every((name) => drift[name] === 0);
    if (isRight && stream === undefined) return true;
    const since = tallies + Math.ceil(missed.length / STEPS_MAX);
    return commit(table, [
      add(table, articleKey(site, article), drift, { set: { stream }, only: talliesAre(since) }),
      ...(isRight ? [] : [add(table, queueCountsKey(site), drift)]),
    ]);
  },
});

/** What is wrong with the stored counts once what was missed is counted. */
const driftOf = ({ stored, counted, missed }: Recount): Counts => {
  const { counts } = tally(missed);
  return Object.fromEntries(
    countNames.map((name) => [name, counted[name] - stored[name] - counts[name]]),
  ) as Counts;
};

const commit = async (table: Table, parts: readonly TransactWriteItem[]): Promise<boolean> => {
  try {
    await table.send(new TransactWriteItemsCommand({ TransactItems: [...parts] }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException && codesOf(error).includes('ConditionalCheckFailed'))
      return false;
    throw error;
  }
};

const partsOf = (table: Table, { site, article, stream, steps, title, link }: ArticleTally) => {
  const { counts, authors } = tally(steps);
  const moved = countNames.some((name) => counts[name] !== 0);
  return [
    add(
      table,
      articleKey(site, article),
      { ...counts, tallies: 1 },
      {
        set: { stream },
        fill: { title, link },
        ...(stream === undefined ? {} : { only: streamIs(stream) }),
      },
    ),
    ...(moved ? [add(table, queueCountsKey(site), counts)] : []),
    ...[...authors].map(([author, record]) => add(table, authorKey(author), record)),
    ...steps.flatMap((step) => stepParts(table, site, article, step)),
  ];
};

type Condition = { readonly condition: string; readonly names: readonly string[]; readonly values: Values };
type Values = Readonly<Record<string, string | number>>;
type Also = {
  readonly set?: Readonly<Record<string, string | undefined>>;
  /** Set only where nothing is there yet. */
  readonly fill?: Readonly<Record<string, string | undefined>>;
  readonly only?: Condition;
};

const add = (
  table: Table,
  key: Key,
  deltas: Readonly<Record<string, number>>,
  { set = {}, fill = {}, only }: Also = {},
): TransactWriteItem => {
  const [replaced, filled] = [set, fill].map((values) =>
    Object.keys(values).filter((name) => values[name] !== undefined),
  ) as [string[], string[]];
  const added = Object.keys(deltas);
  const sets = [
    ...replaced.map((name) => `#${name} = :${name}`),
    ...filled.map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
  ];
  const names = [...added, ...replaced, ...filled];
  const values = { ...deltas, ...set, ...fill };
  return {
    Update: {
      TableName: table.name,
      Key: table.key(key),
      UpdateExpression: `ADD ${added.map((name) => `#${name} :${name}`)}${sets.length > 0 ? ` SET ${sets}` : ''}`,
      ...(only ? { ConditionExpression: only.condition } : {}),
      ExpressionAttributeNames: Object.fromEntries(
        [...names, ...(only?.names ?? [])].map((name) => [`#${name}`, name]),
      ),
      ExpressionAttributeValues: {
        ...toItem(Object.fromEntries(names.map((name) => [`:${name}`, values[name]]))),
        ...toItem({ ...only?.values }),
      },
    },
  };
};

/** An article that was never counted follows whichever stream comes first. */
const streamIs = (stream: string): Condition => ({
  condition: 'attribute_not_exists(#stream) OR #stream = :stream',
  names: ['stream'],
  values: { ':stream': stream },
});

const talliesAre = (tallies: number): Condition =>
  tallies === 0
    ? { condition: 'attribute_not_exists(#tallies)', names: ['tallies'], values: {} }
    : { condition: '#tallies = :then', names: ['tallies'], values: { ':then': tallies } };
