import { feedAddress } from '../../comment/addresses.ts';
import type { Site } from '../../comment/site.ts';
import type { FeedEntry, FeedHead } from '../../feeds/entry.ts';
import { publishedEntries, publishedHead } from '../../feeds/published-feed.ts';
import type { Newest } from '../../use-cases/feeds/list-newest.ts';
import { fitting } from '../fitting.ts';
import { content, type Reply } from '../http.ts';

/** A format of feeds: how its addresses end, its media type, and who writes it. */
type Format = {
  readonly ending: 'atom' | 'json';
  readonly type: string;
  readonly write: (head: FeedHead, entries: readonly FeedEntry[]) => string;
};
type Asked = {
  readonly baseUrl: string;
  readonly site: Site;
  /** The article that the feed is of; absent for the whole site. */
  readonly article: string | undefined;
};

/** A public feed of comments, with its addresses as `Link` (RFC 8288). Search engines are to find the pages instead. */
export const feedReply = (
  { comments, articles }: Newest,
  { baseUrl, site, article }: Asked,
  { ending, type, write }: Format,
): Promise<Reply> => {
  const around = { site, articles, baseUrl };
  const self = feedAddress(baseUrl, site.id, ending, article);
  const head = publishedHead({ article, self }, around);
  const entries = publishedEntries(comments, around);
  const link = [
    `<${self}>; rel="self"`,
    ...(head.link === undefined ? [] : [`<${head.link}>; rel="alternate"; type="text/html"`]),
  ].join(', ');
  const headers = { link, 'x-robots-tag': 'noindex' };
  return fitting(entries.length, async (limit) =>
    content(type, write(head, entries.slice(0, limit)), headers),
  );
};
