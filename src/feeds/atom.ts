import { generateAtomFeed } from 'feedsmith';
import { type FeedEntry, type FeedHead, written } from './entry.ts';

/**
 * A feed as RFC 4287 has it, the entries in the order given; what an entry answers is said as RFC 4685 has it.
 * @param emptySince when it was updated that has no entries
 */
export const atomFeed = (
  { id, title, language, link, self }: FeedHead,
  entries: readonly FeedEntry[],
  emptySince: number,
): string =>
  withoutIndents(
    generateAtomFeed(
      {
        id,
        title: text(title),
        updated: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt)) || emptySince),
        links: [
          ...(link === undefined ? [] : [{ href: link, rel: 'alternate', type: 'text/html' }]),
          ...(self === undefined ? [] : [{ href: self, rel: 'self', type: 'application/atom+xml' }]),
        ],
        entries: entries.map(entryOf),
        xml: { lang: language },
      },
      { strict: true },
    ),
  );

/** Each `CDATA` section whole, so that nothing within one is taken for another, with the indentation that the generator puts around it. */
const INDENTED = /(?:\n *)?(<!\[CDATA\[[\s\S]*?\]\]>)(?:\n *(?=<\/))?/g;

/** Values that stand in `CDATA` without the line breaks around it, which readers would take for a part of them. */
const withoutIndents = (xml: string): string => xml.replace(INDENTED, '$1');

const entryOf = ({ id, title, author, summary, content, link, answers, ...at }: FeedEntry) => ({
  id,
  title: text(title),
  authors: [{ name: written(author) }],
  ...(summary === undefined ? {} : { summary: text(summary) }),
  ...(content === undefined ? {} : { content: { value: written(content.html), type: 'html' } }),
  links: [{ href: link, rel: 'alternate', type: 'text/html' }],
  ...(answers === undefined ? {} : { thr: { inReplyTos: [{ ref: answers.id, href: answers.link }] } }),
  published: new Date(at.publishedAt),
  updated: new Date(at.updatedAt),
});

const text = (value: string) => ({ value: written(value), type: 'text' as const });
