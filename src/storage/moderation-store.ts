import type { Article } from '../comment/article.ts';
import type { Comment, CommentId } from '../comment/comment.ts';
import type { Status } from '../comment/status.ts';
import type { AuthorRecord } from '../comment/trust.ts';
import type { DecisionRecord } from '../moderation/decision.ts';
import type { Edit } from '../moderation/edit.ts';
import type { StaffReply } from '../moderation/staff-reply.ts';
import type { StatusChange } from '../moderation/status-change.ts';
import type { Order, QueuedComment, SearchedPage } from './comment-store.ts';

/** What is known of an author's comments on a site. */
export type AuthorHistory = Pick<AuthorRecord, 'approved' | 'refused'> & {
  /** When the oldest comment that was counted came in. */
  readonly firstSeenAt?: number;
  readonly last?: LastWords;
};
/** The comment of an author's that a moderator decided on last. */
export type LastWords = Pick<Comment, 'id' | 'article' | 'status' | 'createdAt'> & {
  readonly excerpt: string;
};

type Placed = Pick<QueuedComment, 'site' | 'article' | 'parent' | 'authorKey'>;
/** What rows show beside a comment: articles by id, authors by pseudonym, the answered comments by id. */
export type Surroundings = {
  readonly articles: ReadonlyMap<string, Article>;
  readonly authors: ReadonlyMap<string, AuthorHistory>;
  readonly answered: ReadonlyMap<CommentId, Comment>;
};
/** One round trip, half a read unit for each distinct article, author and comment. */
export type ReadSurroundings = {
  readonly readSurroundings: (comments: readonly Placed[]) => Promise<Surroundings>;
};

/** Comments in every state. */
export type SearchQuestion = {
  readonly site: string;
  readonly order: Order;
  readonly limit: number;
  readonly status?: Status;
  /** Any other filter. */
  readonly matches?: (comment: Comment) => boolean;
  readonly from?: string;
};
export type ListOfArticle = {
  readonly listOfArticle: (
    question: SearchQuestion & { readonly article: string; readonly author?: string },
  ) => Promise<SearchedPage<Comment>>;
};
/** What an author wrote on a site, on whatever article. */
export type SearchAuthor = {
  readonly searchAuthor: (
    question: SearchQuestion & { readonly author: string },
  ) => Promise<SearchedPage<Comment>>;
};
/** What was written on a site in the last 30 days, newest day first; `order` is ignored. */
export type SearchRecent = {
  readonly searchRecent: (question: SearchQuestion) => Promise<SearchedPage<Comment>>;
};

/** Writes a changed text and its audit event. @throws {Refusal} `changed-meanwhile` */
export type SaveEdit = { readonly saveEdit: (edit: Edit) => Promise<void> };
/** The id of the latest reply of the newsroom with a fingerprint, for a day or so. */
export type FindReplied = {
  readonly findReplied: (site: string, fingerprint: string) => Promise<CommentId | undefined>;
};
/**
 * Adds a reply of the newsroom with its event, and approves what it answers in the same act, if that is asked for.
 * @throws {Refusal} `changed-meanwhile` when another change of that, or the same reply, came first: then nothing is written
 */
export type SaveReply = {
  readonly saveReply: (
    reply: StaffReply,
    along: {
      readonly approval: StatusChange | undefined;
      /** What `findReplied` found. */
      readonly latest: CommentId | undefined;
    },
  ) => Promise<void>;
};

/** Stores a publication or a decision on a site, from the stream. Idempotent. */
export type KeepLatest = {
  readonly keepLatest: (
    decided: Pick<DecisionRecord, 'site' | 'article' | 'comment' | 'version' | 'at' | 'by' | 'reason'> & {
      readonly action: DecisionRecord['action'] | 'publish' | 'reply';
    },
  ) => Promise<void>;
};
/** A comment as it is now, and the last action on it: `publish` when screening published it, `reply` when the newsroom wrote it. */
export type DecidedComment = Comment & {
  readonly decided: {
    readonly action: string;
    readonly at: number;
    readonly by?: string | undefined;
    readonly reason?: string | undefined;
    /** To its author, of a rejection that is appealed against. */
    readonly note?: string | undefined;
  };
};
/** What was decided or published on a site in 30 days, newest first. Half a read unit for each comment. */
export type ListLatest = {
  readonly listLatest: (question: {
    readonly site: string;
    readonly limit: number;
    readonly from?: string;
    readonly after?: number;
    readonly before?: number;
    /** Only these actions: other comments are not read, and more entries of the list are examined for a page. */
    readonly actions?: readonly string[];
    readonly matches?: (comment: DecidedComment) => boolean;
  }) => Promise<SearchedPage<DecidedComment>>;
};
