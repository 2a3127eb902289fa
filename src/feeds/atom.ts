import { generateAtomFeed } from 'feedsmith';
import { type FeedEntry, type FeedHead, written } from './entry.ts';

/** A feed as RFC 4287 has it, the entries in the order given. @param now when there are no entries */
export const atomFeed = (
  { id, title, link, self }: FeedHead,
  entries: readonly FeedEntry[],
  now: number,
): string =>
  generateAtomFeed(
    {
      id,
      title: text(title),
      updated: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt)) || now),
      links: [{ href: link, rel: 'alternate' }, ...(self === undefined ? [] : [{ href: self, rel: 'self' }])],
      entries: entries.map((entry) => ({
        id: entry.id,
        title: text(entry.title),
        authors: [{ name: written(entry.author) }],
        ...(entry.summary === undefined ? {} : { summary: text(entry.summary) }),
        ...(entry.content === undefined ? {} : { content: text(entry.content) }),
        links: [{ href: entry.link, rel: 'alternate' }],
        published: new Date(entry.publishedAt),
        updated: new Date(entry.updatedAt),
      })),
    },
    { strict: true },
  );

const text = (value: string) => ({ value: written(value), type: 'text' as const });
