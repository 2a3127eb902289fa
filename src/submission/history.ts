import type { Article } from '../comment/article.ts';
import type { Comment, CommentId } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import type { Resemblance } from '../screening/check.ts';
import type { SiteMemory } from '../screening/filter/site/site-memory.ts';
import type { MinHash } from '../screening/text/minhash.ts';

/** What one submission asks of the store, once, before it is screened. */
export type HistoryQuestion = {
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
  readonly sketch?: MinHash;
  /** Digest of the form token's nonce. */
  readonly formToken?: Uint8Array;
  readonly now: number;
};

/** What the store knows that bears on a submission. */
export type SubmissionHistory = {
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
