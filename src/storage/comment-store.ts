import type { Article } from '../comment/article.ts';
import type { Comment, CommentId, CommentRef, ShownFields } from '../comment/comment.ts';
import type { SavedPolicy } from '../comment/policies/policy-document.ts';
import type { Site } from '../comment/site.ts';
import type { AuthorRecord } from '../comment/trust.ts';
import type { AppealedStatus } from '../moderation/author/appeal.ts';
import type { ReportTally } from '../moderation/report.ts';
import type { SiteEvent } from '../moderation/site-event.ts';
import type { StatusChange } from '../moderation/status-change.ts';
import type { HistoryQuestion, Place, SubmissionHistory } from '../submission/history.ts';

export const orders = ['oldest', 'newest'] as const;
export type Order = (typeof orders)[number];

/** One page and where the next begins; `next` is a position to be sealed before anybody outside sees it. */
export type Page<T> = { readonly items: readonly T[]; readonly next?: string };

/** A page of a list that can also be read backwards; `previous` is a position like `next`, and is passed in the same way. */
export type PageBetween<T> = Page<T> & { readonly previous?: string };

/** A page of search results, with the number of rows that were read; `isPartial` when it ended because one page may read no more. */
export type SearchedPage<T> = Page<T> & { readonly examined: number; readonly isPartial: boolean };

/** A comment as its article's page shows it: `url` only where readers may see it. */
export type ShownComment = Pick<Comment, 'id' | 'root' | 'createdAt'> &
  Omit<ShownFields, 'page'> & {
    /** Only its place is shown: it was published, has replies, and is no longer published. */
    readonly isRemoved?: true;
    /** It was withdrawn by its author rather than removed by the newsroom. */
    readonly isWithdrawn?: true;
  };

export type AppealedComment = { readonly status: AppealedStatus; readonly text?: string };

/**
 * A comment as a queue shows it: `url` as its author stated it, of the verdict what objected or pointed something out. Those that an earlier
 * release stored lack author and language.
 */
export type QueuedComment = Omit<ShownComment, 'root'> &
  Pick<Comment, 'site' | 'article' | 'page' | 'verdict' | 'since' | 'expiresAt' | 'authorRecord'> &
  Partial<Pick<Comment, 'authorKey' | 'language'>> & {
    /** In the queue `reported`: what its readers said. */
    readonly reports?: Pick<ReportTally, 'weight' | 'reasons'>;
    /** In the queue `appeals`: what was decided, and why its author asks to look again. */
    readonly appeal?: AppealedComment;
  };

export type ReadSite = { readonly readSite: (site: string) => Promise<Site | undefined> };
export type ListSites = { readonly listSites: () => Promise<readonly Site[]> };
/** One round trip. It also takes the submission's place in each window, unless an outer one is full, and claims its key. */
export type LookUpHistory = {
  readonly lookUp: (question: HistoryQuestion) => Promise<SubmissionHistory>;
};
/** Gives back the places that a submission took: a refused or repeated one counts in no window. */
export type GiveBack = {
  readonly giveBack: (question: HistoryQuestion, places: readonly Place[]) => Promise<void>;
};
/** Several comments in one round trip; the absent are left out. */
export type FindComments = {
  readonly findAll: (refs: readonly CommentRef[]) => Promise<readonly Comment[]>;
};
export type FindComment = { readonly find: (ref: CommentRef) => Promise<Comment | undefined> };
/** Adds a comment, or returns the one that already has its id. */
export type AddComment = {
  readonly add: (comment: Comment) => Promise<{ readonly comment: Comment; readonly added: boolean }>;
};
/**
 * Writes a comment's status, what depends on it, and the audit event; no other part of the comment.
 * @throws {Refusal} `changed-meanwhile` when another change came first.
 */
export type SaveStatus = { readonly saveStatus: (change: StatusChange) => Promise<void> };

/** Who gave a comment its current status, and when; undefined when screening did. */
export type FindChange = {
  readonly findChange: (
    comment: Pick<Comment, 'site' | 'article' | 'id' | 'version' | 'since' | 'edit'>,
  ) => Promise<{ readonly by: string | undefined; readonly at: number }>;
};
/** Who decided so, and when, of comments of one site, in their order, whatever was edited since; of what an undo left so, only when. Half a read unit for each and for each who decided, in two round trips. */
export type FindChanges = {
  readonly findChanges: (
    site: string,
    comments: readonly Pick<Comment, 'article' | 'id' | 'version' | 'since'>[],
  ) => Promise<readonly { readonly by: string | undefined; readonly at: number }[]>;
};
/** Whether a comment has its current status because a decision was undone. */
export type WasUndone = {
  readonly wasUndone: (
    comment: Pick<Comment, 'site' | 'article' | 'id' | 'version' | 'since'>,
  ) => Promise<boolean>;
};
/** The published comments of a thread, up to 1,000. @param root its first comment, published or not */
export type ListThread = {
  readonly listThread: (
    article: Pick<CommentRef, 'site' | 'article'>,
    root: CommentId,
  ) => Promise<readonly ShownComment[]>;
};

/** Suspends an author's trust until the stream has counted what was decided at that time. */
export type DistrustAuthor = { readonly distrust: (author: string, at: number) => Promise<void> };
/** How an author's comments were decided, as far as the stream has counted; undefined for an unknown author. */
export type ReadAuthor = { readonly readAuthor: (author: string) => Promise<AuthorRecord | undefined> };
/** An author's newest comments, on whatever article. */
export type ListOfAuthor = {
  readonly listOfAuthor: (author: string, limit: number) => Promise<readonly CommentRef[]>;
};

/**
 * A site's newest comments in whatever state, newest first, of at most the last 30 days. Some of a day are missing where `isPartial`: it
 * touched as many articles as are looked at, or more.
 */
export type ListRecent = {
  readonly listRecent: (question: {
    readonly site: string;
    readonly now: number;
    readonly limit: number;
  }) => Promise<{ readonly comments: readonly Comment[]; readonly isPartial: boolean }>;
};

export type ReadArticle = {
  readonly readArticle: (site: string, article: string) => Promise<Article | undefined>;
};
export type ReadArticles = {
  /** Up to 100; the unknown are left out. */
  readonly readArticles: (site: string, articles: readonly string[]) => Promise<readonly Article[]>;
};
/** The settings of an article that moderators change. An absent one stays as it is. */
export type StoredSettings = Pick<Article, 'site' | 'id' | 'mode' | 'title' | 'link'>;
/** With its audit event, if there is one. @throws {Refusal} `changed-meanwhile` */
export type SaveArticle = {
  readonly saveArticle: (settings: StoredSettings, version: number, event?: SiteEvent) => Promise<void>;
};
/**
 * Writes a site over the version that was read, with its place in the history of policies and the event that says so, all or nothing. Without a
 * record only the site itself is written, as a site that nobody works on yet.
 * @throws {Refusal} `changed-meanwhile`
 */
export type SaveSite = {
  readonly saveSite: (site: Site, version: number, record?: SiteRecord) => Promise<void>;
};
export type SiteRecord = { readonly saved: SavedPolicy; readonly event: SiteEvent };

export type PageQuestion = {
  readonly site: string;
  readonly article: string;
  readonly order: Order;
  readonly limit: number;
  readonly from?: string;
  /** A comment that the page must contain; `from` is then not used. */
  readonly around?: ShownComment;
};
/** A published comment. */
export type FindShown = { readonly findShown: (ref: CommentRef) => Promise<ShownComment | undefined> };
export type ListShown = {
  readonly listShown: (question: PageQuestion) => Promise<PageBetween<ShownComment>>;
};
export type CountShown = {
  readonly countShown: (site: string, articles: readonly string[]) => Promise<ReadonlyMap<string, number>>;
};
