import { type ReportReason, reportReasons } from '../../../comment/abuse/report-reason.ts';
import type { Comment, CommentRef } from '../../../comment/comment.ts';
import { idAt } from '../../../comment/comment-id.ts';
import { DAY_MS } from '../../../comment/time.ts';
import type { Accuracy, Report, ReportTally } from '../../../moderation/report.ts';
import { countOf, DamagedItem, type Item, mapOf, numberOf, optional, textOf, toItem } from '../attributes.ts';
import { QUEUED, writeScreening } from '../codecs/screening-map.ts';
import { writeShown } from '../codecs/shown-map.ts';
import { queuePartition, reportsKey } from '../keys.ts';
import { articleOf, reporterOf, reportIdOf } from '../read-keys.ts';
import { REPORTS, writeReports } from './reported-map.ts';

/** How long a reporter is remembered after what became of their last report, or after a moderator muted them or heard them again. */
export const REMEMBERED_MS = 365 * DAY_MS;

/** @param comment as it is shown: the queue reads it here, so that a page of it costs no read of each comment */
export const tallyToItem = (tally: ReportTally, comment: Comment): Item => {
  const { version, weight, reasons, since, listedAt } = tally;
  return toItem({
    ...reportsKey(tally),
    ...{ version, weight, reasons, since, listedAt },
    ...(listedAt === undefined ? {} : listing(tally, comment, listedAt)),
  });
};

const listing = (tally: ReportTally, comment: Comment, listedAt: number) => {
  // As if it waited.
  const { [QUEUED]: queued } = writeScreening({
    ...comment,
    status: 'pending',
    since: listedAt,
    queuedAt: listedAt,
  });
  return {
    v: queuePartition(comment.site, 'reported'),
    vs: idAt(listedAt, comment.id),
    ...writeShown(comment),
    [QUEUED]: { ...queued, [REPORTS]: writeReports(tally) },
  };
};

/** @throws {DamagedItem} */
export const itemToTally = (item: Item): ReportTally => {
  const reasons = Object.entries(mapOf(item, 'reasons')).map(([name, { N }]) => [name, Number(N)]);
  return {
    ...articleOf(textOf(item, 'pk')),
    id: reportIdOf(textOf(item, 'sk')),
    version: numberOf(item, 'version'),
    weight: numberOf(item, 'weight'),
    since: numberOf(item, 'since'),
    reasons: Object.fromEntries(reasons),
    ...(item.listedAt ? { listedAt: numberOf(item, 'listedAt') } : {}),
  };
};

/** A damaged sum: what it weighed is lost, its place in the queue and its version are not. */
export const begunAnew = (item: Item, { site, article, id }: CommentRef): ReportTally => ({
  ...{ site, article, id, version: countOf(item, 'version'), weight: 0, since: 0, reasons: {} },
  ...(item.listedAt?.N === undefined ? {} : { listedAt: countOf(item, 'listedAt') }),
});

/** What a report knows of its answer: when it came, and what was found. */
export type Answer = { readonly at: number; readonly found: Found | undefined };
/** What moderators found of what was reported; `gone` when nobody looked. */
export type Found = 'agreed' | 'refused' | 'gone';
/** A report as it is kept. */
export type KeptReport = Report & {
  readonly isAnswered: boolean;
  readonly answer?: Answer;
  /** Since when the comment was listed when it was answered. */
  readonly listedAt?: number;
};
const findings: readonly Found[] = ['agreed', 'refused', 'gone'];

/** @throws {DamagedItem} */
export const itemToReport = (item: Item): KeptReport => {
  const sk = textOf(item, 'sk');
  return {
    ...articleOf(textOf(item, 'pk')),
    id: reportIdOf(sk),
    reporter: reporterOf(sk),
    reason: reasonOf(item),
    weight: numberOf(item, 'weight'),
    at: numberOf(item, 'at'),
    isAnswered: item.answered !== undefined,
    ...(item.answered === undefined
      ? {}
      : { answer: { at: numberOf(item, 'answered'), found: findings.find((one) => one === item.found?.S) } }),
    ...(item.listedAt === undefined ? {} : { listedAt: numberOf(item, 'listedAt') }),
    ...optional('note', item),
  };
};

const reasonOf = (item: Item): ReportReason => {
  const reason = reportReasons.find((name) => name === item.reason?.S);
  if (!reason) throw new DamagedItem('reason');
  return reason;
};

export const itemToAccuracy = (item: Item | undefined): Accuracy => ({
  agreed: countOf(item, 'agreed'),
  refused: countOf(item, 'refused'),
  isMuted: item?.muted !== undefined,
});
