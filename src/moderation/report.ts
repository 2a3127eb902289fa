import { offences, type ReportReason } from '../comment/abuse/report-reason.ts';
import type { CommentRef } from '../comment/comment.ts';

/** One reader's report of one comment. */
export type Report = CommentRef & {
  /** Whose: the pseudonym of the author that they proved to be, or of their network. */
  readonly reporter: string;
  readonly reason: ReportReason;
  readonly note?: string;
  /** What it counted, 0 to 2. */
  readonly weight: number;
  readonly at: number;
};

/** The sum of a comment's reports since a moderator last answered them. */
export type ReportTally = CommentRef & {
  /** Rises by one at every report. */
  readonly version: number;
  readonly weight: number;
  readonly reasons: Readonly<Partial<Record<ReportReason, number>>>;
  /** When the first of them came. */
  readonly since: number;
  /** Since when the comment is in the queue `reported`; absent while it is not. */
  readonly listedAt?: number;
};

/** What became of a reporter's earlier reports: `agreed` were followed by a refusal of the comment, `refused` by an approval. */
export type Accuracy = { readonly agreed: number; readonly refused: number; readonly isMuted: boolean };

/** The weight of somebody who is always right; a stranger's is 1. */
const WEIGHT_MAX = 2;

/** What a report counts: the share of its reporter's reports that moderators agreed with, as if one more had gone either way. */
export const weightOf = ({ agreed, refused, isMuted }: Accuracy): number =>
  isMuted ? 0 : (WEIGHT_MAX * (agreed + 1)) / (agreed + refused + 2);

/**
 * Adds a report. One of an offence lists the comment at once, unless its reporter is muted.
 * @param threshold weight of all its reports from which the comment is listed; null when no weight lists it
 */
export const withReport = (
  before: ReportTally | undefined,
  { site, article, id, reason, weight, at }: Report,
  threshold: number | null,
): ReportTally => {
  const { reasons = {}, since = at, listedAt } = before ?? {};
  const sum = (before?.weight ?? 0) + weight;
  const isOver = threshold !== null && sum >= threshold;
  const isOffence = weight > 0 && offences.includes(reason);
  const listed = listedAt ?? (isOver || isOffence ? at : undefined);
  return {
    ...{ site, article, id, since, weight: sum },
    version: (before?.version ?? 0) + 1,
    reasons: { ...reasons, [reason]: (reasons[reason] ?? 0) + 1 },
    ...(listed === undefined ? {} : { listedAt: listed }),
  };
};

/** Sums reports of a comment: weight, reasons, and the time of the first. @param reports at least one */
export const sumOf = (
  { site, article, id }: CommentRef,
  reports: readonly Pick<Report, 'reason' | 'weight' | 'at'>[],
): Pick<ReportTally, 'site' | 'article' | 'id' | 'weight' | 'reasons' | 'since'> => ({
  ...{ site, article, id },
  weight: reports.reduce((sum, { weight }) => sum + weight, 0),
  reasons: Object.fromEntries(
    [...Map.groupBy(reports, ({ reason }) => reason)].map(([reason, of]) => [reason, of.length]),
  ),
  since: Math.min(...reports.map(({ at }) => at)),
});

/** What a change of a comment says of its reports: moderators agree, see nothing wrong, or take back what they said; it is gone, held, or merely changed. */
export type ReportOutcome = 'agreed' | 'refused' | 'undone' | 'gone' | 'held' | 'changed';
