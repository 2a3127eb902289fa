import type { Comment, CommentId, CommentRef } from '../comment/comment.ts';
import type { Accuracy, Report, ReportOutcome, ReportTally } from '../moderation/report.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { WindowPlace } from './window-place.ts';

/** Takes a place in a network's window of reports. */
export type TakeReportPlace = {
  readonly takeReportPlace: (site: string, network: string, now: number) => Promise<WindowPlace>;
};
/** What is needed to weigh a report, by a strongly consistent read but for whether it is known. */
export type KnownReports = {
  /** Whether its reader reported the comment before, by any of their names; of a moment ago `saveReport` tells. */
  readonly isKnown: boolean;
  readonly comment: Comment | undefined;
  readonly tally: ReportTally | undefined;
  readonly accuracy: Accuracy;
};
export type ReadForReport = {
  /** @param names pseudonyms of the reporter; the first is who reports */
  readonly readForReport: (ref: CommentRef, names: ReporterNames) => Promise<KnownReports>;
};
export type ReporterNames = readonly [reporter: string, ...others: readonly string[]];
/** A report with what it makes of the comment's reports. */
export type ReportChange = {
  readonly report: Report;
  /** All pseudonyms of the reporter: a comment takes one report of any of them. */
  readonly names: readonly string[];
  /** Whether the report's reporter is an author, by whom it can be found. */
  readonly isProven: boolean;
  readonly before: ReportTally | undefined;
  readonly after: ReportTally;
  /** The comment as it is shown, for the queue. */
  readonly comment: Comment;
  /** When the report is forgotten, in milliseconds since 1970. */
  readonly expiresAt: number;
};
/** Writes a report unless its reader reported the comment before (`known`), or another report came meanwhile (`changed`). */
export type SaveReport = {
  readonly saveReport: (change: ReportChange) => Promise<'saved' | 'known' | 'changed'>;
};
/** Whether a comment has reports that no moderator has answered. */
export type HasReports = { readonly hasReports: (ref: CommentRef) => Promise<boolean> };
/** Updates a comment's reports after a change of the comment. Idempotent. */
export type SettleReports = {
  readonly settleReports: (
    ref: CommentRef,
    settled: {
      readonly outcome: ReportOutcome;
      /** When the comment changed: later reports are left alone. */
      readonly at: number;
      readonly comment: Comment | undefined;
      /** When the decision was made that is `undone`. */
      readonly undoneAt?: number;
    },
  ) => Promise<void>;
};
/** Removes all reports of an erased comment, whose notes may quote it. Idempotent. */
export type EraseReports = { readonly eraseReports: (ref: CommentRef) => Promise<void> };
/** A comment's reports with what is known of who made them, oldest first; at most 100. */
export type ListReports = {
  readonly listReports: (
    ref: CommentRef,
  ) => Promise<readonly (Report & Accuracy & { readonly isAnswered: boolean })[]>;
};
/** Makes a reporter's reports count nothing, or count again. Writes nothing where they do already. */
export type MuteReporter = {
  readonly muteReporter: (reporter: string, isMuted: boolean, event: SiteEvent) => Promise<void>;
};

/** Reports or an appeal that no decision has settled yet. */
export type OpenMatter = { readonly kind: 'reports' | 'appeal'; readonly comment: CommentId };
export type ListOpenMatters = {
  readonly listOpenMatters: (site: string, article: string) => Promise<readonly OpenMatter[]>;
};
