import type { CommentId, CommentRef } from '../comment/comment.ts';
import type { Listing, OwnQueue } from '../comment/queue.ts';
import type { DecisionRecord } from '../moderation/decision.ts';
import type { Counted, Counts, Step } from '../moderation/tally.ts';
import type { Page, QueuedComment } from './comment-store.ts';

/** What the stream's consumer writes for one article. */
export type ArticleTally = {
  readonly site: string;
  readonly article: string;
  /** The stream that delivered these changes; undefined when none did. */
  readonly stream: string | undefined;
  /** At most `STEPS_MAX`, each of another comment. */
  readonly steps: readonly Step[];
  /** Days (UTC, yyyy-mm-dd) on which these changes happened. */
  readonly days: readonly string[];
  /** When the latest of them happened, in milliseconds since 1970. */
  readonly at?: number;
  /** The title or link that an approved comment states for its article, stored with the comment's id unless the article has one. */
  readonly title?: Attributed;
  readonly link?: Attributed;
  /** Comments that are no longer approved: the title and link that the article took from them are removed. */
  readonly withdrawn: readonly CommentId[];
};
export type Attributed = { readonly text: string; readonly by: CommentId };
export type KnownCounts = {
  /** The stream whose changes the article's counts follow; undefined before the first one. */
  readonly stream: string | undefined;
  /** The counted state of each comment; those that were never counted are absent. */
  readonly counted: ReadonlyMap<CommentId, Counted>;
};
export type ReadCounted = {
  readonly readCounted: (site: string, article: string, ids: readonly CommentId[]) => Promise<KnownCounts>;
};
/**
 * Writes all of a tally or nothing; false when one of the comments was counted meanwhile, or the article's counts follow another stream.
 */
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
/** True when there was a network to forget. */
export type ForgetNetwork = { readonly forgetNetwork: (ref: CommentRef) => Promise<boolean> };

/** An article, compared with what was counted of it. */
export type Recount = {
  readonly stored: Counts;
  readonly counted: Counts;
  /** Comments that the counts, authors' records and the audit trail lag behind. */
  readonly missed: readonly Step[];
  /** What moderators decided on its comments, oldest first. */
  readonly decisions: readonly DecisionRecord[];
  /** How often the article was counted when `stored` was read. */
  readonly tallies: number;
  /** When a comment last took its status, or another text. */
  readonly newest: number;
};
export type RecountArticle = { readonly recount: (site: string, article: string) => Promise<Recount> };
/**
 * Counts what was missed, for the article and its site, and corrects the article's own counts, unless a change was counted meanwhile; whether it did.
 * From then on the counts follow the given stream, or the one they followed before.
 */
export type RepairCounts = {
  readonly repair: (site: string, article: string, recount: Recount, stream?: string) => Promise<boolean>;
};

export type QueueCounts = Readonly<Record<OwnQueue, number>>;
/** The counts of a site's queues: as stored, as the sum of its articles', and as the queues list comments. */
export type SiteRecount = {
  readonly stored: QueueCounts;
  readonly summed: QueueCounts;
  readonly listed: QueueCounts;
  /** How often the stored counts had changed when they were read. */
  readonly changes: number;
};
export type HoldSiteCounts = {
  /** Undefined when something was counted meanwhile. @param articles all that may have comments in a queue */
  readonly recountSite: (site: string, articles: readonly string[]) => Promise<SiteRecount | undefined>;
  /** Corrects counts of which sum and list say the same, unless a change was counted meanwhile; whether it did. */
  readonly repairSite: (site: string, recount: SiteRecount) => Promise<boolean>;
};

/** How many comments of a site are counted: the public ones and those in queues, as far as the stream has told. */
export type CountStored = { readonly countStored: (site: string) => Promise<number> };

/** When jobs ran last, in milliseconds since 1970. A run is recorded when it has ended and its clock was plausible. */
export type JobRuns = {
  readonly readRuns: () => Promise<ReadonlyMap<string, number>>;
  /** A run recorded for a later time was made by a wrong clock, and is overwritten with this one's time. */
  readonly saveRun: (job: string, at: number) => Promise<void>;
  /** When the newest comment came in or was decided, as far as can be seen without a scan; undefined for none. */
  readonly newestStored: () => Promise<number | undefined>;
};

/** Where a job stopped, in the job's own format. */
export type Checkpoints = {
  readonly readCheckpoint: (job: string, site: string) => Promise<string | undefined>;
  readonly saveCheckpoint: (job: string, site: string, checkpoint: string | undefined) => Promise<void>;
};
