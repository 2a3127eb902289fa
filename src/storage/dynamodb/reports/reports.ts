import { type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Comment, CommentRef } from '../../../comment/comment.ts';
import { MINUTE_MS } from '../../../comment/time.ts';
import type { ReportTally } from '../../../moderation/report.ts';
import type {
  HasReports,
  ListReports,
  MuteReporter,
  ReadForReport,
  ReportChange,
  SaveReport,
  TakeReportPlace,
} from '../../report-store.ts';
import { toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { VERSION } from '../codecs/shown-map.ts';
import { putSiteEvent } from '../codecs/site-event-item.ts';
import { transact, writeIf } from '../conditional-writes.ts';
import { checkOf, isStillAt, putOf, updateOf } from '../expressions.ts';
import { takePlaceInWindow } from '../guards/windows.ts';
import { commentKey, queueCountsKey, reporterKey, reportKey, reportsKey, reportWindowKey } from '../keys.ts';
import { readAll, readPage } from '../lists/pages.ts';
import type { Table } from '../table.ts';
import {
  begunAnew,
  itemToAccuracy,
  itemToReport,
  itemToTally,
  REMEMBERED_MS,
  tallyToItem,
} from './report-items.ts';

/** Reports of one network: ten in ten minutes. */
const WINDOW = { size: 10, spanMs: 10 * MINUTE_MS };
const LISTED_MAX = 100;

/** Reports of readers. One takes a write unit for its window, 3 read units, half a one for each name, and one transaction; none where it is known. */
export const createReports = (table: Table): TakeReportPlace & ReadForReport & SaveReport => ({
  takeReportPlace: (site, network, now) =>
    takePlaceInWindow(table, reportWindowKey(site, network), WINDOW, now),

  readForReport: async (ref, names) => {
    const keys = [commentKey(ref.site, ref.article, ref.id), reporterKey(ref.site, names[0])];
    const [tally, known, ...items] = await Promise.all([
      readTally(table, ref),
      Promise.all(names.map((name) => table.get(reportKey(ref, name)))),
      ...keys.map((key) => table.get(key, { ConsistentRead: true })),
    ]);
    const [comment, accuracy] = items;
    return {
      isKnown: known.some((item) => item !== undefined),
      comment: comment && table.readable([comment], itemToComment)[0],
      tally,
      accuracy: itemToAccuracy(accuracy),
    };
  },

  saveReport: async (change) => {
    const { before, after, comment, names } = change;
    const summary = putOf(table, tallyToItem(after, comment), [isStillAt(before?.version)]);
    const unmet = await transact(table, [
      { Put: summary },
      ...reportParts(table, change),
      isStillShown(table, comment),
      ...countPart(table, before, after),
    ]);
    if (!unmet) return 'saved';
    return names.some((_, at) => unmet.parts.has(at + 1)) ? 'known' : 'changed';
  },
});

/** The sum of a comment's reports, by a strongly consistent read. Of a damaged one, which is reported, only what can be read is counted on. */
export const readTally = async (table: Table, ref: CommentRef): Promise<ReportTally | undefined> => {
  const item = await table.get(reportsKey(ref), { ConsistentRead: true });
  return item && (table.readable([item], itemToTally)[0] ?? begunAnew(item, ref));
};

/** The comment as it was read, published: a decision that is not told of yet must not come before a report that it answers, nor an edit before words of old. */
const isStillShown = (table: Table, { site, article, id, version }: Comment): TransactWriteItem => ({
  ConditionCheck: checkOf(table, commentKey(site, article, id), [VERSION, '=', version]),
});

/** The report under its reporter's name, which index `author` has of a proven one, and marks under their other names. */
const reportParts = (
  table: Table,
  { report, names, isProven, expiresAt }: ReportChange,
): TransactWriteItem[] =>
  names.map((name) => {
    const { reason, note, weight, at } = report;
    const said = name === report.reporter ? { reason, note, weight, at, a: isProven ? name : undefined } : {};
    const item = toItem({ ...reportKey(report, name), ...said, [EXPIRES_AT]: toSeconds(expiresAt) });
    return { Put: putOf(table, item, [['pk', 'absent']]) };
  });

/** Entering or leaving the queue changes its count. */
export const countPart = (
  table: Table,
  before: ReportTally | undefined,
  after: Pick<ReportTally, 'listedAt'> & CommentRef,
): TransactWriteItem[] => {
  const reported = Number(after.listedAt !== undefined) - Number(before?.listedAt !== undefined);
  return reported === 0
    ? []
    : [{ Update: updateOf(table, queueCountsKey(after.site), { add: { reported, changes: 1 } }) }];
};

export const createHasReports = (table: Table): HasReports => ({
  hasReports: async (ref) => (await table.get(reportsKey(ref), { ConsistentRead: true })) !== undefined,
});

export const createReporters = (table: Table): ListReports & MuteReporter => ({
  listReports: async (ref) => {
    const page = await readPage(table, reportsOf(ref), { limit: LISTED_MAX });
    const reports = table.readable(page.items, itemToReport).toSorted((one, other) => one.at - other.at);
    const names = [...new Set(reports.map(({ reporter }) => reporter))];
    const items = await table.getAll(names.map((name) => reporterKey(ref.site, name)));
    const accuracyOf = (name: string) =>
      itemToAccuracy(items.find(({ pk }) => pk?.S === reporterKey(ref.site, name).pk));
    return reports.map((report) => ({ ...report, ...accuracyOf(report.reporter) }));
  },

  muteReporter: async (reporter, isMuted, event) => {
    const key = reporterKey(event.site, reporter);
    const set = { [EXPIRES_AT]: toSeconds(event.at + REMEMBERED_MS) };
    const change = isMuted
      ? { set: { ...set, muted: 1 }, only: [['muted', 'absent']] as const }
      : { set, remove: ['muted'], only: [['muted', 'exists']] as const };
    const unmet = await transact(table, [
      { Update: updateOf(table, key, change) },
      putSiteEvent(table, event),
    ]);
    // Who is muted already is muted for longer.
    const longer = { set, only: [['muted', 'exists']] as const };
    if (unmet && isMuted)
      await writeIf(() => table.send(new UpdateItemCommand(updateOf(table, key, longer))));
  },
});

/** A comment's reports, without the marks under other names. */
export const readReports = async (table: Table, ref: CommentRef) =>
  table.readable(await readAll(table, reportsOf(ref)), itemToReport);

const reportsOf = (ref: CommentRef) => {
  const { pk, sk } = reportKey(ref, '');
  return {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :reports)',
    FilterExpression: 'attribute_exists(reason)',
    ExpressionAttributeValues: toItem({ ':pk': pk, ':reports': sk }),
    ConsistentRead: true,
  };
};
