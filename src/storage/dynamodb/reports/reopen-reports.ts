import type { CommentRef } from '../../../comment/comment.ts';
import { type ReportTally, sumOf } from '../../../moderation/report.ts';
import type { SettleReports } from '../../report-store.ts';
import { transact } from '../conditional-writes.ts';
import { isStillAt, putOf, updateOf } from '../expressions.ts';
import { reporterKey, reportKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { type Answer, type KeptReport, tallyToItem } from './report-items.ts';
import { countPart, readReports } from './reports.ts';

type Settled = Parameters<SettleReports['settleReports']>[1];

/**
 * Makes reports wait again whose answer was taken back: nobody is credited for them any more, and the comment is listed where it was. The sum is
 * made of all that wait, so that what stopped half-way is done when it is told again.
 * @param before what waits already @returns false when another report came meanwhile
 */
export const reopenReports = async (
  table: Table,
  ref: CommentRef,
  before: ReportTally | undefined,
  { at, comment, undoneAt }: Settled,
): Promise<boolean> => {
  if (!comment) return true;
  const reports = await readReports(table, ref);
  const answered = reports.filter(({ answer }) => answer?.at === undoneAt);
  for (const report of answered) await takeBack(table, report);

  const waiting = reports.filter((report) => !report.isAnswered || answered.includes(report));
  if (waiting.length === 0 || (answered.length === 0 && isOfLater(before, waiting, at))) return true;
  const listings = [before, ...waiting].flatMap((one) => one?.listedAt ?? []);
  const after: ReportTally = {
    ...sumOf(ref, waiting),
    // A decision of before answers them no more, however late it is told.
    since: at + 1,
    version: (before?.version ?? 0) + 1,
    ...(listings.length === 0 || comment.status !== 'approved' ? {} : { listedAt: Math.min(...listings) }),
  };
  const unmet = await transact(table, [
    { Put: putOf(table, tallyToItem(after, comment), [isStillAt(before?.version)]) },
    ...countPart(table, before, after),
  ]);
  return unmet === undefined;
};

/** Whether all that waits came after the undoing, which is told again. */
const isOfLater = (before: ReportTally | undefined, waiting: readonly KeptReport[], at: number): boolean =>
  before !== undefined &&
  before.since > at &&
  Object.values(before.reasons).reduce((sum, count) => sum + count, 0) >= waiting.length;

const takeBack = async (table: Table, { answer, reporter, ...report }: KeptReport) => {
  const { at, found } = answer as Answer;
  const note = updateOf(table, reportKey(report, reporter), {
    remove: ['answered', 'found'],
    only: [['answered', '=', at]],
  });
  const credit = updateOf(table, reporterKey(report.site, reporter), {
    add: { [found ?? 'gone']: -1 },
    only: [['pk', 'exists']],
  });
  const isCredited = found === 'agreed' || found === 'refused';
  await transact(table, [{ Update: note }, ...(isCredited ? [{ Update: credit }] : [])]);
};
