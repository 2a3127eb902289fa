import type { Comment, CommentRef } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import type { Appeal, AppealOutcome } from '../moderation/author/appeal.ts';
import type { OwnChange } from '../moderation/author/own-changes.ts';
import type { Report } from '../moderation/report.ts';
import type { SubmissionHistory } from '../submission/history.ts';
import type { WindowPlace } from './window-place.ts';

/** Acts that the holder of a receipt may repeat only so often, each with a window of its own. */
export type ReceiptAct = 'edit' | 'export' | 'resend';

/** Takes a place in a receipt's window. */
export type TakeReceiptPlace = {
  readonly takeReceiptPlace: (ref: CommentRef, act: ReceiptAct, now: number) => Promise<WindowPlace>;
};

/** Whether a published comment answers this one, as far as the index tells. */
export type HasReply = {
  readonly hasReply: (comment: Pick<Comment, 'site' | 'article' | 'id' | 'root'>) => Promise<boolean>;
};

/** What an author's edit is screened by: one batch read. */
export type ReadForEdit = {
  readonly readForEdit: (
    comment: Pick<Comment, 'article' | 'authorKey'>,
    site: Site,
    now: number,
  ) => Promise<Pick<SubmissionHistory, 'article' | 'author' | 'learned' | 'bans'>>;
};

/** Writes an author's edit with its audit event. @throws {Refusal} `changed-meanwhile` */
export type SaveRevision = { readonly saveRevision: (change: OwnChange) => Promise<void> };
/** Puts what is left of an erased comment in its place, with the event. @throws {Refusal} `changed-meanwhile` */
export type SaveErasure = { readonly saveErasure: (change: OwnChange) => Promise<void> };

export type FindAppeal = { readonly findAppeal: (ref: CommentRef) => Promise<Appeal | undefined> };
/** What is kept of somebody on a site, as far as the index tells. By key: reports are behind comments, each in the order of the comments' ids. */
export type ListOwn = {
  readonly listOwn: (question: {
    readonly site: string;
    /** Pseudonym of the author. */
    readonly author: string;
    readonly order: 'oldest' | 'newest';
    /** Comments and reports of one page, which may have fewer. */
    readonly limit: number;
    readonly from?: string | undefined;
  }) => Promise<{
    readonly comments: readonly Comment[];
    /** Of others' comments. */
    readonly reports: readonly Report[];
    readonly next?: string;
  }>;
};
/** Removes a report; the sum of the comment's reports stays as it is. Idempotent. */
export type EraseReport = { readonly eraseReport: (report: Report) => Promise<void> };

/** The appeals of comments, in no order; eventually consistent. */
export type FindAppeals = {
  readonly findAppeals: (refs: readonly CommentRef[]) => Promise<readonly Appeal[]>;
};
/**
 * Writes an appeal if the comment is as it was read: `known` when there was one before, `changed` when somebody changed the comment.
 * @param comment as it is shown, for the queue
 */
export type SaveAppeal = {
  readonly saveAppeal: (appeal: Appeal, comment: Comment) => Promise<'saved' | 'known' | 'changed'>;
};
/** Whether an appeal waits for an answer. */
export type HasAppeal = { readonly hasAppeal: (ref: CommentRef) => Promise<boolean> };
/** Updates a comment's appeal after a change of the comment. Idempotent. */
export type SettleAppeal = {
  readonly settleAppeal: (
    ref: CommentRef,
    settled: {
      readonly outcome: AppealOutcome;
      /** When the comment changed: later appeals are left alone. */
      readonly at: number;
      readonly comment: Comment | undefined;
      /** When the decision was made that is `undone`. */
      readonly undoneAt?: number;
    },
  ) => Promise<void>;
};
