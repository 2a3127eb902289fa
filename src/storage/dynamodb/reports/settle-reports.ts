import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { CommentRef } from '../../../comment/comment.ts';
import { type Report, type ReportTally, sumOf } from '../../../moderation/report.ts';
import type { EraseReports, SettleReports } from '../../report-store.ts';
import { textOf, toItem } from '../attributes.ts';
import { hasMovedOn } from '../audit/has-moved-on.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { transact } from '../conditional-writes.ts';
import { deleteOf, isStillAt, putOf, updateOf } from '../expressions.ts';
import { reporterKey, reportKey, reportsKey } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import { reopenReports } from './reopen-reports.ts';
import { type Found, REMEMBERED_MS, tallyToItem } from './report-items.ts';
import { countPart, readReports, readTally } from './reports.ts';

const TRIES = 4;

type Settled = Parameters<SettleReports['settleReports']>[1];

/** What follows for a comment's reports when it changes. A read unit where there are none: a report may have come just before. */
export const createSettleReports = (table: Table): SettleReports & EraseReports => ({
  settleReports: async (ref, settled) => {
    for (let tried = 0; tried < TRIES; tried += 1) if (await settleOnce(table, ref, settled)) return;
    throw new Error('Others kept reporting the same comment.');
  },

  eraseReports: async (ref) => {
    const { pk, sk } = reportKey(ref, '');
    const reports = await readAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :reports)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':reports': sk }),
      ConsistentRead: true,
    });
    for (const item of reports)
      await table.send(new DeleteItemCommand(deleteOf(table, { pk, sk: textOf(item, 'sk') })));
  },
});

/** @returns false when another report came meanwhile */
const settleOnce = async (table: Table, ref: CommentRef, settled: Settled): Promise<boolean> => {
  const tally = await readTally(table, ref);
  if (settled.outcome === 'undone') return reopenReports(table, ref, tally, settled);
  if (!tally) return true;
  const found = foundIn(settled);
  const waiting = found ? (await readReports(table, ref)).filter(({ isAnswered }) => !isAnswered) : [];
  const isLater = ({ at }: Pick<Report, 'at'>) => at > settled.at;
  const isAfter = tally.since > settled.at;
  const mayComeLater = (isAfter || waiting.some(isLater)) && (await mayBeReported(table, settled));
  if (isAfter && mayComeLater) return true;

  const later = mayComeLater ? waiting.filter(isLater) : [];
  const answered = waiting.filter((report) => !later.includes(report));
  if (found) await answer(table, answered, { found, at: settled.at, listedAt: tally.listedAt });
  return close(table, tally, settled, later);
};

/** Whether readers may have reported the comment after the change: while it is published. */
const mayBeReported = async (table: Table, { outcome, comment }: Settled): Promise<boolean> => {
  if (!comment || comment.status === 'withdrawn') return false;
  return outcome === 'refused' || hasMovedOn(table, comment);
};

/** What is removed for good needs no answer: nobody takes that back. */
const foundIn = ({ outcome, comment }: Settled): Found | undefined => {
  if (outcome === 'gone') return comment && comment.status !== 'withdrawn' ? outcome : undefined;
  return outcome === 'agreed' || outcome === 'refused' ? outcome : undefined;
};

type Answer = { readonly found: Found; readonly at: number; readonly listedAt: number | undefined };

/** Notes on reports, once, what moderators found, and for their reporters whether they saw it alike. */
const answer = async (table: Table, reports: readonly Report[], { found, at, listedAt }: Answer) => {
  for (const { reporter, ...ref } of reports) {
    const note = updateOf(table, reportKey(ref, reporter), {
      set: { answered: at, found, listedAt },
      // Its author may have had it erased.
      only: [
        ['pk', 'exists'],
        ['answered', 'absent'],
      ],
    });
    const credit = updateOf(table, reporterKey(ref.site, reporter), {
      add: { [found]: 1 },
      set: { [EXPIRES_AT]: toSeconds(at + REMEMBERED_MS) },
    });
    await transact(table, [{ Update: note }, ...(found === 'gone' ? [] : [{ Update: credit }])]);
  }
};

/**
 * Takes the comment off the queue, or shows it there as it is now.
 * @param later reports that the change does not answer @returns false when another report came meanwhile
 */
const close = async (
  table: Table,
  tally: ReportTally,
  { outcome, comment }: Settled,
  later: readonly Report[],
): Promise<boolean> => {
  const { listedAt, ...unlisted } = tally;
  if (outcome === 'changed' && listedAt === undefined) return true;
  const left = later.length > 0 ? leftOf(tally, later) : undefined;
  const kept = outcome === 'changed' ? tally : (left ?? unlisted);
  const after = { ...kept, version: tally.version + 1 };
  const only = [isStillAt(tally.version)];
  const stays = outcome === 'changed' || outcome === 'held' || left !== undefined;
  const unmet = await transact(table, [
    stays && comment
      ? { Put: putOf(table, tallyToItem(after, comment), only) }
      : { Delete: deleteOf(table, reportsKey(tally), only) },
    ...countPart(table, tally, after),
  ]);
  return unmet === undefined;
};

/** What was listed stays so for the reports that are left. */
const leftOf = ({ listedAt, ...tally }: ReportTally, later: readonly Report[]): ReportTally => {
  const sum = { ...tally, ...sumOf(tally, later) };
  return listedAt === undefined ? sum : { ...sum, listedAt: Math.max(listedAt, sum.since) };
};
