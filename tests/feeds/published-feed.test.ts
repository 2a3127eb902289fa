import { expect, test } from '@jest/globals';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import type { CommentId } from '../../src/comment/comment.ts';
import { atomFeed } from '../../src/feeds/atom.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { publishedEntries } from '../../src/feeds/published-feed.ts';

const hostile = [
  ...[']]>', '<![CDATA[', '&amp;&bogus;&#0;', '<script>alert(1)</script>', '\u0000\u0008\u001f', '-->'],
  ...['\ud800', '\udc00x', '\ufffe\uffff', '<!DOCTYPE x [<!ENTITY a "b">]>', '\u202e\u{10ffff}', '\'"`'],
];
const said = (n: number) => `${hostile[n % hostile.length]} ${n} ${hostile[(5 * n + 1) % hostile.length]}`;
const comments = Array.from({ length: 200 }, (_, n) => ({
  id: `C${n}` as CommentId,
  article: n % 2 ? 'gare' : 'pont',
  author: `A ${said(n)}`,
  text: said(n + 3),
  createdAt: 1e12 + n,
}));
const around = {
  site: { id: 'demo', language: 'fr' },
  articles: new Map([
    ['gare', { title: `La gare ${hostile.join(' ')}`, link: 'https://exemple.fr/gare?a=1&b=2' }],
  ]),
  baseUrl: 'https://api.exemple.fr',
} as const;
const head = {
  id: 'urn:x',
  title: hostile.join(' '),
  link: 'https://exemple.fr/',
  self: 'https://exemple.fr/f',
};
const ids = comments.map(({ id }) => `urn:palabre:demo:${id}`);

test('two parsers read an Atom feed of 200 comments, whatever was typed', async () => {
  const xml = atomFeed(head, publishedEntries(comments, around), 0);
  const other = await new RssParser().parseString(xml);
  expect(parseAtomFeed(xml).entries?.map(({ id }) => id)).toEqual(ids);
  expect(other.items.map(({ id }) => id)).toEqual(ids);
});

test('a parser reads a JSON feed of the same 200 comments', () => {
  const feed = parseJsonFeed(jsonFeed(head, publishedEntries(comments, around), 'fr'));
  expect(feed.items?.map(({ id }) => id)).toEqual(ids);
});

test('an entry leads to the comment on its article, or on our page when the article has no address', () => {
  const [pont, gare] = publishedEntries(comments, around);
  expect(gare?.link).toBe('https://exemple.fr/gare?a=1&b=2&around=C1#comment-C1');
  expect(pont?.link).toContain('https://api.exemple.fr/v1/sites/demo/comments.html?article=pont');
});

test('what the newsroom wrote or edited says so in the language of the site', () => {
  const marked = {
    id: 'C0' as CommentId,
    article: 'gare',
    createdAt: 1e12,
    author: 'Léa',
    text: 'Oui.',
    isStaff: true,
    edited: 'newsroom',
  } as const;
  const [entry] = publishedEntries([marked], around);
  expect(entry).toMatchObject({
    author: 'Léa (la rédaction)',
    content: 'Oui.\n\n[Modifié par la rédaction]',
  });
});
