import type { Article } from '../comment/article.ts';
import type { Comment, CommentId, CommentRef } from '../comment/comment.ts';
import type { Queue } from '../comment/queue.ts';
import type { Site } from '../comment/site.ts';
import type { Status } from '../comment/status.ts';
import type { StatusChange } from '../moderation/decision.ts';
import type { Resemblance } from '../screening/check.ts';
import type { SiteMemory } from '../screening/filter/site-memory.ts';
import type { Sketch } from '../screening/sketch.ts';

export const orders = ['oldest', 'newest'] as const;
export type Order = (typeof orders)[number];

/** One page and where the next begins; `next` is a position to be sealed before anybody outside sees it. */
export type Page<T> = { readonly items: readonly T[]; readonly next?: string };

/** A comment as its article's page shows it. */
export type ShownComment = Pick<
  Comment,
  'id' | 'author' | 'url' | 'text' | 'parent' | 'root' | 'createdAt' | 'version'
>;

/** A comment as a queue shows it. */
export type QueuedComment = Omit<ShownComment, 'root'> &
  Pick<Comment, 'site' | 'article' | 'verdict' | 'since' | 'expiresAt' | 'authorRecord'>;

/** One submission's question to the store, asked once, before screening. */
export type Recollection = {
  readonly site: Site;
  readonly article: string;
  readonly parent?: CommentId;
  /** Pseudonym of the proven author. */
  readonly authorKey?: string;
  readonly networkKey: string;
  /** The id the comment will have unless it came in before. */
  readonly id: CommentId;
  /** How long the same submission is still the same comment. */
  readonly sameWithinMs: number;
  readonly sketch?: Sketch;
  /** Digest of the form token's nonce. */
  readonly formToken?: Uint8Array;
  readonly now: number;
};

/** What the store knows that bears on a submission. */
export type Recalled = {
  readonly article?: Article;
  readonly author?: { readonly approved: number; readonly refused: number };
  readonly parent?: Pick<Comment, 'id' | 'root' | 'status'>;
  /** The id under which the very same submission came in before. */
  readonly same?: CommentId;
  /** Times of the visitor's other submissions, newest first. */
  readonly earlier: readonly number[];
  readonly resembling: readonly Resemblance[];
  readonly formTokenUsed: boolean;
  /** What the site's moderators have taught; as old as a site may be remembered, and empty when it cannot be read. */
  readonly learned: SiteMemory;
};

export type ReadSite = { readonly readSite: (site: string) => Promise<Site | undefined> };
export type ListSites = { readonly listSites: () => Promise<readonly Site[]> };
export type Recall = { readonly recall: (question: Recollection) => Promise<Recalled> };
export type FindComment = { readonly find: (ref: CommentRef) => Promise<Comment | undefined> };
/** Adds a comment, or returns the one that already has its id. */
export type AddComment = {
  readonly add: (comment: Comment) => Promise<{ readonly comment: Comment; readonly added: boolean }>;
};
/**
 * Writes a comment's status, with all that follows from it, and the event that says so; of the comment nothing else.
 * @throws {Refusal} `changed-meanwhile` when another change came first.
 */
export type SaveStatus = { readonly saveStatus: (change: StatusChange) => Promise<void> };

export type ReadArticle = {
  readonly readArticle: (site: string, article: string) => Promise<Article | undefined>;
};
export type ReadArticles = {
  /** Up to 100; the unknown are left out. */
  readonly readArticles: (site: string, articles: readonly string[]) => Promise<readonly Article[]>;
};
/** @throws {Refusal} `changed-meanwhile` */
export type SaveArticle = { readonly saveArticle: (article: Article, version: number) => Promise<void> };
/** @throws {Refusal} `changed-meanwhile` */
export type SaveSite = { readonly saveSite: (site: Site, version: number) => Promise<void> };

export type PageQuestion = {
  readonly site: string;
  readonly article: string;
  readonly order: Order;
  readonly limit: number;
  readonly from?: string;
};
export type ListShown = { readonly listShown: (question: PageQuestion) => Promise<Page<ShownComment>> };
export type CountShown = {
  readonly countShown: (site: string, articles: readonly string[]) => Promise<ReadonlyMap<string, number>>;
};

export type QueueQuestion = {
  readonly site: string;
  readonly queue: Queue;
  readonly order: Order;
  readonly limit: number;
  readonly article?: string;
  /** Name of a check that objected or pointed something out. */
  readonly reason?: string;
  readonly from?: string;
};
export type ListQueue = { readonly listQueue: (question: QueueQuestion) => Promise<Page<QueuedComment>> };
export type QueueState = { readonly count: number; readonly oldest?: number };
export type ListQueues = {
  readonly listQueues: (site: string) => Promise<Readonly<Record<Queue, QueueState>>>;
};
export type ListOfArticle = {
  readonly listOfArticle: (question: PageQuestion & { readonly status?: Status }) => Promise<Page<Comment>>;
};
