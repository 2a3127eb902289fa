/** How an article takes comments: published when they pass the checks, after a moderator's look, or not at all. */
export const articleModes = ['open', 'premoderated', 'closed'] as const;
export type ArticleMode = (typeof articleModes)[number];

/** An article as its publisher names it. See `unknownArticle` for one that is not stored yet. */
export type Article = {
  readonly site: string;
  /** The publisher's canonical id: a slug, a number or a normalised URL; at most 200 bytes of UTF-8. */
  readonly id: string;
  readonly title?: string;
  /** Where the article stands, http(s), on one of the site's origins. */
  readonly link?: string;
  readonly mode: ArticleMode;
  /** Approved comments. Follows the table's stream, usually within a second. */
  readonly approved: number;
  /** Rises by one at every change of the settings. */
  readonly version: number;
};

/** An article before its first comment and its first setting. */
export const unknownArticle = (site: string, id: string): Article => ({
  site,
  id,
  mode: 'open',
  approved: 0,
  version: 0,
});
