import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
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
import { itemToComment } from './codecs/comment-item.ts';
import { eventToItem } from './codecs/event-item.ts';
import { transact } from './conditional-writes.ts';
import { isStill, putOf, type Update, updateOf } from './expressions.ts';
import {
  articleKey,
  articlePartition,
  authorKey,
  COMMENT_PREFIX,
  dayKey,
  type Key,
  queueCountsKey,
} from './keys.ts';
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

/** Whether all of it was written: false when a change was counted meanwhile. */
const commit = async (table: Table, parts: readonly TransactWriteItem[]): Promise<boolean> =>
  (await transact(table, parts)) === undefined;

const partsOf = (
  table: Table,
  { site, article, tally, events, after, upTo, days, title, link }: ArticleTally,
) => [
  update(table, articleKey(site, article), {
    add: tally.counts,
    set: { sequence: upTo },
    fill: { title, link },
    only: [isStill('sequence', after)],
  }),
  update(table, queueCountsKey(site), { add: tally.counts }),
  ...[...tally.authors].map(([author, record]) => update(table, authorKey(author), { add: record })),
  ...events.map((event) => ({ Put: putOf(table, eventToItem(event)) })),
  ...days.map((day) => ({ Put: putOf(table, dayItem(site, day, article)) })),
];

const repairOf = (table: Table, site: string, article: string, { stored, counted, sequence }: Recount) => {
  const drift = Object.fromEntries(countNames.map((name) => [name, counted[name] - stored[name]]));
  return [
    update(table, articleKey(site, article), { add: drift, only: [isStill('sequence', sequence)] }),
    update(table, queueCountsKey(site), { add: drift }),
  ];
};

const update = (table: Table, key: Key, change: Update) => ({ Update: updateOf(table, key, change) });

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
