import type { CommentRef } from '../comment/comment.ts';
import type { Listing } from '../comment/queue.ts';
import type { AuditEvent } from '../moderation/decision.ts';
import type { Counts, Tally } from '../moderation/tally.ts';
import type { Page, QueuedComment } from './comment-store.ts';

/** What the stream's consumer asks. */
export type ArticleTally = {
  readonly site: string;
  readonly article: string;
  readonly tally: Tally;
  readonly events: readonly AuditEvent[];
  /** The last change counted before these, and the last of these: changes count once however often they arrive. */
  readonly after: string | undefined;
  readonly upTo: string;
  /** Days (UTC, yyyy-mm-dd) on which these changes happened. */
  readonly days: readonly string[];
  /** What a comment that a moderator approved says of its article, kept if nothing is known yet. */
  readonly title?: string;
  readonly link?: string;
};
export type ReadSequence = {
  /** Sequence of the last change of an article's comments that was counted. */
  readonly readSequence: (site: string, article: string) => Promise<string | undefined>;
};
/** Writes all of a tally or nothing; false when another run counted meanwhile. */
export type SaveTally = { readonly saveTally: (tally: ArticleTally) => Promise<boolean> };

export type DueQuestion = {
  readonly site: string;
  readonly listing: Listing;
  /** Comments that have been there since before this moment. */
  readonly before: number;
  readonly from?: string;
};
export type DueComment = Pick<QueuedComment, 'site' | 'article' | 'id' | 'since' | 'expiresAt'>;
export type ListDue = { readonly listDue: (question: DueQuestion) => Promise<Page<DueComment>> };
/** Removes a comment if it is still due at that moment and not approved; whether it did. */
export type RemoveDue = { readonly removeDue: (ref: CommentRef, now: number) => Promise<boolean> };

/** Articles whose comments changed on a day (UTC, yyyy-mm-dd). */
export type ListTouched = {
  readonly listTouched: (site: string, day: string, from?: string) => Promise<Page<string>>;
};
/** Comments of an article, created in a span of time, whose network is still known. */
export type ListNetworked = {
  readonly listNetworked: (
    site: string,
    article: string,
    span: { readonly from: number; readonly until: number },
  ) => Promise<readonly CommentRef[]>;
};
/** Whether there was still a network to forget. */
export type ForgetNetwork = { readonly forgetNetwork: (ref: CommentRef) => Promise<boolean> };

export type Recount = {
  readonly stored: Counts;
  readonly counted: Counts;
  /** The last change that `stored` holds. */
  readonly sequence: string | undefined;
  /** When the newest comment took its status. */
  readonly newest: number;
};
export type RecountArticle = { readonly recount: (site: string, article: string) => Promise<Recount> };
/** Corrects an article's counts and its site's queues, unless a change was counted meanwhile; whether it did. */
export type RepairCounts = {
  readonly repair: (site: string, article: string, recount: Recount) => Promise<boolean>;
};

/** Where a job stopped, as it likes to say it. */
export type Bookmarks = {
  readonly readBookmark: (job: string, site: string) => Promise<string | undefined>;
  readonly saveBookmark: (job: string, site: string, bookmark: string | undefined) => Promise<void>;
};
