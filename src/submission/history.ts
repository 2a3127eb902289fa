import type { BanList } from '../comment/abuse/ban.ts';
import type { Surge } from '../comment/abuse/surge.ts';
import type { Article } from '../comment/article.ts';
import type { Comment, CommentId } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import type { AuthorRecord } from '../comment/trust.ts';
import type { FormProof, PageHistory, Resemblance } from '../screening/check.ts';
import type { SiteMemory } from '../screening/filter/site/site-memory.ts';
import type { MinHash } from '../screening/text/minhash.ts';
import type { Key } from './submission.ts';

/** The page that an author states, and under which name they do. */
export type StatedPage = {
  /** Whose page it is, as `pageOwner` names it. */
  readonly owner: string;
  /** As typed. */
  readonly name: string;
  /** Pseudonym of the typed e-mail. */
  readonly email?: string;
};

/** What one submission asks of the store, once, before it is screened. */
export type HistoryQuestion = {
  readonly site: Site;
  readonly article: string;
  readonly parent?: CommentId;
  /** Pseudonym of the proven author. */
  readonly authorKey?: string;
  /** When the comment came in that the author's proof was given for. */
  readonly provenAt?: number;
  /** Digest of all that the proven author sent, from wherever, and on which article. */
  readonly ownContent?: Uint8Array;
  readonly networkKey: string;
  /** The id the comment will have unless it came in before. */
  readonly id: CommentId;
  /** Digest of all that was sent, from where, and on which article. */
  readonly content: Uint8Array;
  /** The same without the network, which tells two contents under one key apart. */
  readonly fingerprint: string;
  /** How long the same content is still the same comment. */
  readonly sameWithinMs: number;
  /** The idempotency key, which alone says then what is the same. */
  readonly key?: Key;
  readonly minHash?: MinHash;
  /** Whether people write the same by coincidence: then it resembles nothing but its own author's copies. */
  readonly isSetPhrase?: boolean;
  /** Digest of the form token's nonce. */
  readonly formToken?: Uint8Array;
  readonly page?: StatedPage;
  /** A right proof of work, where the policy ever asks for one. */
  readonly proof?: { readonly challenge: string; readonly expiresAt: number };
  readonly now: number;
};

/** The same submission, which came in before, and what says so: its key, its form, or no more than its content and network or proven author. */
export type Same = {
  readonly id: CommentId;
  readonly by: 'key' | 'form' | 'content';
  /** Who proved to be its author when it first came in with its key, sealed. */
  readonly sender?: string;
};

/** What a submission has taken in the store, and gives back when it is refused or came in before. */
export type Place = 'person' | 'network' | 'site' | 'page' | 'key' | 'proof';

/** What the store knows that bears on a submission. */
export type SubmissionHistory = {
  readonly article?: Article;
  readonly author?: AuthorRecord;
  readonly parent?: Pick<Comment, 'id' | 'root' | 'status'>;
  readonly same?: Same;
  /** Whether the key came with other content before. */
  readonly keyReused: boolean;
  readonly places: readonly Place[];
  /** The place that it takes among those that say again what their author took back or replaced, where it is one. */
  readonly resent?: { readonly giveBack: () => Promise<void> };
  /** Times of the proven author's other submissions, newest first. */
  readonly earlier: readonly number[];
  /** Times of all other submissions from the network, newest first. */
  readonly neighbours: readonly number[];
  /** Submissions on the site in the ten minutes before: exact while they are few, estimated when they are many. */
  readonly siteRecent: number;
  readonly resembling: readonly Resemblance[];
  /** Who stated the author's page before; absent when none is stated. */
  readonly page?: PageHistory;
  readonly formTokenUsed: Extract<FormProof, { state: 'genuine' }>['used'];
  /** Whether the proof of work came with another comment before. */
  readonly proofUsed: boolean;
  /** What the site's moderators have taught; as old as a site may be remembered, and empty when it cannot be read. */
  readonly learned: SiteMemory;
  /** Bans and allow-list of the site, as old as the site may be remembered. */
  readonly bans: BanList;
  /** Surges of the site and its articles, as old as the site may be remembered; those that are over may be among them. */
  readonly surges: readonly Surge[];
};
