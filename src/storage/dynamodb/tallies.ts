import { type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentId } from '../../comment/comment.ts';
import { type Counts, countNames, tally } from '../../moderation/tally.ts';
import type { ArticleTally, ReadCounted, Recount, RepairCounts, SaveTally } from '../maintenance-store.ts';
import { transact, writeIf } from './conditional-writes.ts';
import { itemToCounted, screeningKey, stepParts } from './counted-items.ts';
import { isStill, type Update, updateOf } from './expressions.ts';
import { articleKey, authorKey, type Key, queueCountsKey } from './keys.ts';
import type { Table } from './table.ts';
import { touchDay } from './touched-days.ts';

/** A transaction has at most 100 parts: up to three per comment (event, removal, author) and two more. */
const STEPS_MAX = 32;

/** Counters, author records and the audit trail of automatic changes. Each change of a comment is counted once. */
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
    const { site, article, days, withdrawn } = asked;
    // Writing a day twice, or without the counts, does no harm: nightly jobs only use it to find articles.
    await Promise.all(days.map((day) => table.send(touchDay(table, { site, article, day }))));
    await Promise.all(withdrawn.flatMap((id) => SAID.map((name) => unsay(table, asked, name, id))));
    return commit(table, partsOf(table, asked));
  },

  repair: async (site, article, recount, stream) => {
    const { missed, tallies } = recount;
    if (!(await countMissed(table, site, article, missed))) return false;
    const drift = driftOf(recount);
    const isRight = countNames.every((name) => drift[name] === 0);
    if (isRight && stream === undefined) return true;
    const since = tallies + Math.ceil(missed.length / STEPS_MAX);
    return commit(table, [
      update(table, articleKey(site, article), {
        add: drift,
        set: { stream },
        // Nobody else counted meanwhile.
        only: [isStill('tallies', since === 0 ? undefined : since)],
      }),
      ...(isRight ? [] : [update(table, queueCountsKey(site), { add: drift })]),
    ]);
  },
});

/** The title and link that comments gave their article, each with the id (`…By`) of its comment. */
const SAID = ['saidTitle', 'saidLink'] as const;

/** Removes the title and link that a comment gave its article, unless they came from another comment. */
const unsay = (
  table: Table,
  { site, article }: Pick<ArticleTally, 'site' | 'article'>,
  name: (typeof SAID)[number],
  by: CommentId,
) => {
  const update = { remove: [name, `${name}By`], only: [[`${name}By`, '=', by]] } as const;
  return writeIf(() => table.send(new UpdateItemCommand(updateOf(table, articleKey(site, article), update))));
};

/** Counts the missed changes. @returns whether all of them are counted now */
const countMissed = async (table: Table, site: string, article: string, missed: Recount['missed']) => {
  for (let at = 0; at < missed.length; at += STEPS_MAX) {
    const steps = missed.slice(at, at + STEPS_MAX);
    if (
      !(await commit(
        table,
        partsOf(table, { site, article, stream: undefined, steps, days: [], withdrawn: [] }),
      ))
    )
      return false;
  }
  return true;
};

/** The corrections that the stored counts need after the missed changes are counted. */
const driftOf = ({ stored, counted, missed }: Recount): Counts => {
  const { counts } = tally(missed);
  return Object.fromEntries(
    countNames.map((name) => [name, counted[name] - stored[name] - counts[name]]),
  ) as Counts;
};

/** @returns false when nothing was written because a change was counted meanwhile */
const commit = async (table: Table, parts: readonly TransactWriteItem[]): Promise<boolean> =>
  (await transact(table, parts)) === undefined;

const partsOf = (
  table: Table,
  { site, article, stream, steps, at, title, link }: ArticleTally,
): readonly TransactWriteItem[] => {
  const { counts, authors } = tally(steps);
  const moved = countNames.some((name) => counts[name] !== 0);
  return [
    update(table, articleKey(site, article), {
      add: { ...counts, tallies: 1 },
      set: { stream },
      fill: {
        ...{ saidTitle: title?.text, saidTitleBy: title?.by },
        ...{ saidLink: link?.text, saidLinkBy: link?.by },
      },
      // An article without counts follows the first stream that reports on it.
      only: stream === undefined ? [] : [['stream', 'absent or =', stream]],
    }),
    ...(moved ? [update(table, queueCountsKey(site), { add: counts, set: { countedAt: at } })] : []),
    ...[...authors].map(([author, { lookedAt, ...record }]) =>
      update(table, authorKey(author), { add: record, set: { lookedAt } }),
    ),
    ...steps.flatMap((step) => stepParts(table, site, article, step)),
  ];
};

const update = (table: Table, key: Key, what: Update): TransactWriteItem => ({
  Update: updateOf(table, key, what),
});
