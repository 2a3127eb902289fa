import type { Site } from './site.ts';

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

type Origins = Pick<Site, 'origins'>;

/**
 * Where an article stands now. Its site may have moved since somebody said where: on a host that is still the site's, the address has that
 * origin's scheme and port; on any other it is no page of the site's any more, and a browser would not follow a form there.
 */
export const linkOnSite = ({ origins }: Origins, link: string | undefined): string | undefined => {
  const stated = parsed(link);
  if (!stated) return undefined;
  const { origin, hostname, pathname, search, hash } = stated;
  const own = origins.includes(origin) ? origin : origins.find((one) => parsed(one)?.hostname === hostname);
  return own && `${own}${pathname}${search}${hash}`;
};

/** What is no address, in a record that was damaged, says nothing. */
const parsed = (address = ''): URL | null => URL.parse(address);

/** The same of whatever says where its article stands. */
export const onItsSite = <A extends { readonly link?: string }>(site: Origins, stated: A): A => {
  const { link: said, ...rest } = stated;
  const link = linkOnSite(site, said);
  return (link === undefined ? rest : { ...rest, link }) as A;
};

/** Where an article stands, and the comment that said so. */
type SaidLink = { readonly text: string | undefined; readonly by: string };

/**
 * Whether an article stands elsewhere by a later comment. That carries another origin's link only where the article had none on its site when
 * it was sent, as after the site moved; whatever comes late of an earlier comment moves it back no more.
 */
export const hasMoved = (before: SaidLink, after: SaidLink & { readonly text: string }): boolean =>
  before.text !== undefined &&
  before.by < after.by &&
  parsed(before.text)?.origin !== parsed(after.text)?.origin;
