import type { Policy } from './policy.ts';

/** The outcome of an author's earlier comments on a site. An author who proved nothing has no record. */
export type AuthorRecord = {
  /** Comments that a moderator approved: those that nobody looked at earn nothing. */
  readonly approved: number;
  /** Comments that were rejected or taken for spam. */
  readonly refused: number;
  /** Those of them that a moderator filed as spam. */
  readonly spam: number;
  /** When a moderator last decided on one of their comments, as far as the stream has counted. */
  readonly lookedAt?: number;
  /** When a decision last counted against the author. It is written with the decision, before the stream has counted it. */
  readonly distrustedAt?: number;
};

export const noRecord: AuthorRecord = { approved: 0, refused: 0, spam: 0 };

/**
 * Whether an author's comments can be published before a moderator sees them. One comment filed as spam ends that until the decision
 * is taken back.
 */
export const isTrusted = (
  { approved, refused, spam, lookedAt = 0, distrustedAt = 0 }: AuthorRecord,
  { approvedMin }: Pick<Policy['firstComment'], 'approvedMin'>,
): boolean => spam <= 0 && distrustedAt <= lookedAt && approved - refused >= approvedMin;

/** The same, but only by moderators' decisions on a proven author: a site that trusts everybody gives no earned trust. */
export const hasEarnedTrust = (
  author: AuthorRecord & { readonly proven: boolean },
  rules: Pick<Policy['firstComment'], 'approvedMin'>,
): boolean => author.proven && author.approved > 0 && isTrusted(author, rules);

/** How many of an author's comments came in since a moderator last looked at one. */
export const unseenOf = (earlier: readonly number[], { lookedAt = 0 }: AuthorRecord): number =>
  earlier.filter((time) => time > lookedAt).length;
