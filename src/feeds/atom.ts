import { generateAtomFeed } from 'feedsmith';

/** One entry: all texts as they are, not as markup. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly summary: string;
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly updatedAt: number;
};
export type FeedHead = {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  /** Where this very feed is read; left out where that is a secret. */
  readonly self?: string;
};

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
        summary: text(entry.summary),
        links: [{ href: entry.link, rel: 'alternate' }],
        published: new Date(entry.publishedAt),
        updated: new Date(entry.updatedAt),
      })),
    },
    { strict: true },
  );

const text = (value: string) => ({ value: written(value), type: 'text' as const });

/** What XML cannot hold. Source: XML 1.0, production Char. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const written = (value: string): string => value.toWellFormed().replace(UNWRITABLE, '\uFFFD');
