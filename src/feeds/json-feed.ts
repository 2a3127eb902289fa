import { type FeedEntry, type FeedHead, written } from './entry.ts';

/** A feed as JSON Feed 1.1 has it, the entries in the order given; all texts are plain. */
export const jsonFeed = (
  { title, link, self }: FeedHead,
  entries: readonly FeedEntry[],
  language: string,
): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: written(title),
    home_page_url: link,
    feed_url: self,
    language,
    items: entries.map(itemOf),
  });

const itemOf = ({ id, title, author, summary, content, link, publishedAt, updatedAt }: FeedEntry) => ({
  id,
  url: link,
  title: written(title),
  content_text: written(content ?? summary ?? ''),
  date_published: new Date(publishedAt).toISOString(),
  date_modified: new Date(updatedAt).toISOString(),
  authors: [{ name: written(author) }],
});
