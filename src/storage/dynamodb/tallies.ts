import { type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { hasMoved } from '../../comment/article.ts';
import type { CommentId } from '../../comment/comment.ts';
import { futureFrom } from '../../comment/time.ts';
import { type Counts, countNames, STEPS_MAX, type Step, tally } from '../../moderation/tally.ts';
import type { ArticleTally, ReadCounted, Recount, RepairCounts, SaveTally } from '../maintenance-store.ts';
import { countOf } from './attributes.ts';
import { transact, type Unmet, writeIf } from './conditional-writes.ts';
import { itemToCounted, screeningKey, stepParts } from './counted-items.ts';
import { isStill, type Update, updateOf } from './expressions.ts';
import { articleKey, authorKey, type Key, queueCountsKey } from './keys.ts';
import type { Clock } from './learning/memories.ts';
import { forgetWords, withHistory } from './newsroom/author-history.ts';
import type { Table } from './table.ts';
import { touchDay } from './touched-days.ts';

/** Counters, author records and the audit trail of automatic changes. Each change of a comment is counted once. */
export const createTallies = (table: Table, { now }: Clock): ReadCounted & SaveTally & RepairCounts => ({
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
    await dropOldLink(table, asked);
    await Promise.all(asked.steps.filter(isTakenBack).map((step) => forgetWords(table, step)));
    return count(table, asked, now());
  },

  repair: async (site, article, recount, stream) => {
    const { missed, tallies } = recount;
    if (!(await countMissed(table, { site, article, missed, now: now() }))) return false;
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
    ]);
  },
});

const isTakenBack = ({ removed, after }: Step): boolean =>
  removed !== undefined || after.status === 'withdrawn';

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

/** Removes the link of an article that moved. A read unit where a comment says a link, and one to write where it is another origin's. */
const dropOldLink = async (table: Table, { site, article, link }: ArticleTally): Promise<void> => {
  if (link === undefined) return;
  const { saidLink, saidLinkBy } =
    (await table.get(articleKey(site, article), { ConsistentRead: true })) ?? {};
  const old = { text: saidLink?.S, by: saidLinkBy?.S as CommentId };
  if (hasMoved(old, link)) await unsay(table, { site, article }, 'saidLink', old.by);
};

type Missed = Pick<ArticleTally, 'site' | 'article'> & Pick<Recount, 'missed'> & { readonly now: number };

/** Counts the missed changes. @returns whether all of them are counted now */
const countMissed = async (table: Table, { site, article, missed, now }: Missed) => {
  for (let at = 0; at < missed.length; at += STEPS_MAX) {
    const steps = missed.slice(at, at + STEPS_MAX);
    const tally = { site, article, stream: undefined, steps, days: [], withdrawn: [] };
    if (!(await count(table, tally, now))) return false;
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

/**
 * Writes a tally in one transaction. Where an author's record has a later look than the tally's, which is then late, it is written once
 * more with the later one; a look of a time that has not come gives way.
 * @returns false when nothing was written because a change was counted meanwhile
 */
const count = async (
  table: Table,
  asked: ArticleTally,
  now: number,
  known: ReadonlyMap<string, Look> = new Map(),
): Promise<boolean> => {
  const parts = partsOf(table, asked, known);
  const unmet = await transact(table, parts);
  if (!unmet) return true;
  const looks = looksIn(parts, unmet, now);
  const isOther = looks.size < unmet.parts.size || [...looks.keys()].every((author) => known.has(author));
  return !isOther && count(table, asked, now, new Map([...known, ...looks]));
};

/** The looks that stand in the records of authors, of those that stopped a transaction. */
const looksIn = (
  parts: readonly TransactWriteItem[],
  unmet: Unmet,
  now: number,
): ReadonlyMap<string, Look> => {
  const looks = new Map<string, Look>();
  for (const [at, item] of unmet.parts) {
    const author = parts[at]?.Update?.Key?.pk?.S ?? '';
    const isPast = countOf(item, 'lookedAt') < futureFrom(now);
    if (author.startsWith(AUTHORS)) looks.set(author, isPast ? 'later' : 'of the future');
  }
  return looks;
};

/** What is known of the look that stands in an author's record. */
type Look = 'later' | 'of the future';

const AUTHORS = authorKey('').pk;

const partsOf = (
  table: Table,
  { site, article, stream, steps, at, title, link }: ArticleTally,
  known: ReadonlyMap<string, Look>,
): readonly TransactWriteItem[] => {
  const { counts, authors } = tally(steps);
  const moved = countNames.some((name) => counts[name] !== 0);
  const decidedAt = steps.reduce<number | undefined>(
    (latest, { lookedAt }) => later(latest, lookedAt),
    undefined,
  );
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
    ...(moved || decidedAt !== undefined
      ? [
          update(table, queueCountsKey(site), {
            add: { ...(moved ? counts : {}), changes: 1 },
            set: { countedAt: at, decidedAt },
          }),
        ]
      : []),
    ...[...authors].map(([author, { lookedAt, ...add }]) => {
      const key = authorKey(author);
      const look = known.get(key.pk);
      const own = steps.filter((step) => step.authorKey === author);
      return update(table, key, withHistory({ add, ...lookOf(lookedAt, look) }, own, look === 'later'));
    }),
    ...steps.flatMap((step) => stepParts(table, site, article, step)),
  ];
};

const later = (one: number | undefined, other: number | undefined): number | undefined =>
  Math.max(one ?? 0, other ?? 0) || undefined;

const lookOf = (lookedAt: number | undefined, known: Look | undefined): Pick<Update, 'set' | 'only'> => {
  if (lookedAt === undefined || known === 'later') return {};
  return { set: { lookedAt }, only: known ? [] : [['lookedAt', 'absent or <=', lookedAt]] };
};

const update = (table: Table, key: Key, what: Update): TransactWriteItem => ({
  Update: updateOf(table, key, what),
});
