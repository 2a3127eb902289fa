import type { CommentRef } from '../../../comment/comment.ts';
import { DAY_MS } from '../../../comment/time.ts';
import type { ReportTally } from '../../../moderation/report.ts';
import type { SettleReports } from '../../report-store.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { transact } from '../conditional-writes.ts';
import { deleteOf, isStill, putOf, updateOf } from '../expressions.ts';
import { reporterKey, reportKey, reportsKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { itemToTally, tallyToItem } from './report-items.ts';
import { countPart, readReports } from './reports.ts';

/** How long what became of somebody's reports is remembered after the last of them. */
const REMEMBERED_MS = 365 * DAY_MS;
const TRIES = 4;

type Settled = Parameters<SettleReports['settleReports']>[1];

/** What follows for a comment's reports when it changes. Half a read unit where there are none. */
export const createSettleReports = (table: Table): SettleReports => ({
  settleReports: async (ref, settled) => {
    for (let tried = 0; tried < TRIES; tried += 1) if (await settleOnce(table, ref, settled)) return;
    throw new Error('Others kept reporting the same comment.');
  },
});

/** @returns false when another report came meanwhile */
const settleOnce = async (table: Table, ref: CommentRef, settled: Settled): Promise<boolean> => {
  const item = await table.get(reportsKey(ref));
  const tally = item && itemToTally(item);
  const { outcome, at } = settled;
  if (!tally || tally.since > at) return true;
  if (outcome === 'agreed' || outcome === 'refused') await credit(table, ref, outcome, at);
  return close(table, tally, settled);
};

/** Notes for every reporter, once, whether a moderator saw it as they did. */
const credit = async (table: Table, ref: CommentRef, outcome: 'agreed' | 'refused', at: number) => {
  for (const { reporter, isAnswered } of await readReports(table, ref)) {
    if (isAnswered) continue;
    await transact(table, [
      {
        Update: updateOf(table, reportKey(ref, reporter), {
          set: { answered: at },
          only: [['answered', 'absent']],
        }),
      },
      {
        Update: updateOf(table, reporterKey(ref.site, reporter), {
          add: { [outcome]: 1 },
          set: { [EXPIRES_AT]: toSeconds(at + REMEMBERED_MS) },
        }),
      },
    ]);
  }
};

/** Takes the comment off the queue, or shows it there as it is now. @returns false when another report came meanwhile */
const close = async (table: Table, tally: ReportTally, { outcome, comment }: Settled): Promise<boolean> => {
  const { listedAt, ...unlisted } = tally;
  if (outcome === 'changed' && listedAt === undefined) return true;
  const kept = outcome === 'changed' ? tally : unlisted;
  const after = { ...kept, version: tally.version + 1 };
  const only = [isStill('version', tally.version)];
  const stays = outcome === 'changed' || outcome === 'held';
  const unmet = await transact(table, [
    stays && comment
      ? { Put: putOf(table, tallyToItem(after, comment), only) }
      : { Delete: deleteOf(table, reportsKey(tally), only) },
    ...countPart(table, tally, after),
  ]);
  return unmet === undefined;
};
