import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type Counts, count, countNames, noCounts } from '../../moderation/tally.ts';
import type {
  ArticleTally,
  ReadSequence,
  Recount,
  RecountArticle,
  RepairCounts,
  SaveTally,
} from '../upkeep-store.ts';
import { countOf, type Item, toItem } from './attributes.ts';
import { eventToItem, itemToComment } from './items.ts';
import {
  articleKey,
  articlePartition,
  authorKey,
  COMMENT_PREFIX,
  dayKey,
  type Key,
  queueCountsKey,
} from './keys.ts';
import { codesOf } from './send.ts';
import type { Table } from './table.ts';

/** Longer than any network or comment is kept, so that every job still finds its days. */
const DAY_KEPT_S = 400 * 86_400;

/** Counters, authors' records and the trail of automatic changes: written from the stream, once each. */
export const createTallies = (table: Table): ReadSequence & SaveTally & RecountArticle & RepairCounts => {
  const readArticle = (site: string, article: string) =>
    table.get(articleKey(site, article), { ConsistentRead: true });
  return {
    readSequence: async (site, article) => (await readArticle(site, article))?.sequence?.S,
    saveTally: (tally) => commit(table, partsOf(table, tally)),
    recount: async (site, article) => {
      const stored = await readArticle(site, article);
      const { counts, newest } = await countAll(table, articlePartition(site, article));
      return { stored: countsOf(stored), counted: counts, sequence: stored?.sequence?.S, newest };
    },
    repair: (site, article, recount) => commit(table, repairOf(table, site, article, recount)),
  };
};

const commit = async (table: Table, parts: readonly TransactWriteItem[]): Promise<boolean> => {
  try {
    await table.send(new TransactWriteItemsCommand({ TransactItems: [...parts] }));
    return true;
  } catch (error) {
    if (error instanceof TransactionCanceledException && codesOf(error)[0] === 'ConditionalCheckFailed')
      return false;
    throw error;
  }
};

const partsOf = (
  table: Table,
  { site, article, tally, events, after, upTo, days, title, link }: ArticleTally,
) => [
  add(table, articleKey(site, article), tally.counts, {
    set: { sequence: upTo },
    fill: { title, link },
    only: sequenceIs(after),
  }),
  add(table, queueCountsKey(site), tally.counts),
  ...[...tally.authors].map(([author, { lookedAt, ...record }]) =>
    add(table, authorKey(author), record, lookedAt === undefined ? {} : { set: { lookedAt } }),
  ),
  ...events.map((event) => ({ Put: { TableName: table.name, Item: eventToItem(event) } })),
  ...days.map((day) => ({ Put: { TableName: table.name, Item: dayItem(site, day, article) } })),
];

const repairOf = (table: Table, site: string, article: string, { stored, counted, sequence }: Recount) => {
  const drift = Object.fromEntries(countNames.map((name) => [name, counted[name] - stored[name]]));
  return [
    add(table, articleKey(site, article), drift, { only: sequenceIs(sequence) }),
    add(table, queueCountsKey(site), drift),
  ];
};

type Also = {
  readonly set?: Readonly<Record<string, string | number>>;
  /** Set only where nothing is there yet. */
  readonly fill?: Readonly<Record<string, string | undefined>>;
  readonly only?: { readonly condition: string; readonly values: Readonly<Record<string, string>> };
};

const add = (
  table: Table,
  key: Key,
  deltas: Readonly<Record<string, number>>,
  { set = {}, fill = {}, only }: Also = {},
): TransactWriteItem => {
  const added = Object.keys(deltas);
  const filled = Object.keys(fill).filter((name) => fill[name] !== undefined);
  const sets = [
    ...Object.keys(set).map((name) => `#${name} = :${name}`),
    ...filled.map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
  ];
  const names = [...added, ...Object.keys(set), ...filled];
  const named = only ? [...names, 'sequence'] : names;
  const values = { ...deltas, ...set, ...fill };
  return {
    Update: {
      TableName: table.name,
      Key: table.key(key),
      UpdateExpression: `ADD ${added.map((name) => `#${name} :${name}`)}${sets.length > 0 ? ` SET ${sets}` : ''}`,
      ...(only ? { ConditionExpression: only.condition } : {}),
      ExpressionAttributeNames: Object.fromEntries(named.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...toItem(Object.fromEntries(names.map((name) => [`:${name}`, values[name]]))),
        ...toItem({ ...only?.values }),
      },
    },
  };
};

const sequenceIs = (sequence: string | undefined) =>
  sequence === undefined
    ? { condition: 'attribute_not_exists(#sequence)', values: {} }
    : { condition: '#sequence = :counted', values: { ':counted': sequence } };

const dayItem = (site: string, day: string, article: string) =>
  toItem({ ...dayKey(site, day, article), expiresAt: Date.parse(day) / 1000 + DAY_KEPT_S });

const countsOf = (item: Item | undefined): Counts =>
  Object.fromEntries(countNames.map((name) => [name, countOf(item, name)])) as Counts;

const countAll = async (table: Table, pk: string) => {
  const counts = { ...noCounts };
  let newest = 0;
  let start: Item | undefined;
  do {
    const page = await table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :comments)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':comments': COMMENT_PREFIX }),
      ConsistentRead: true,
      ExclusiveStartKey: start,
    });
    for (const comment of table.readable(page.Items, itemToComment)) {
      count(counts, comment, 1);
      newest = Math.max(newest, comment.since);
    }
    start = page.LastEvaluatedKey;
  } while (start);
  return { counts, newest };
};
