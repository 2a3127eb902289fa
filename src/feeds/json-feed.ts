import { type FeedEntry, type FeedHead, written } from './entry.ts';

/** A feed as JSON Feed 1.1 has it, the entries in the order given. */
export const jsonFeed = ({ title, language, link, self }: FeedHead, entries: readonly FeedEntry[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: written(title),
    home_page_url: link,
    feed_url: self,
    language,
    items: entries.map(itemOf),
  });

const itemOf = ({ id, title, author, summary, content, link, ...at }: FeedEntry) => ({
  id,
  url: link,
  title: written(title),
  summary: summary && written(summary),
  content_html: content && written(content.html),
  content_text: written(content?.text ?? summary ?? ''),
  date_published: new Date(at.publishedAt).toISOString(),
  date_modified: new Date(at.updatedAt).toISOString(),
  authors: [{ name: written(author) }],
});
