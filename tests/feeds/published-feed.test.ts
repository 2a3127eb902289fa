import { expect, test } from '@jest/globals';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { atomFeed } from '../../src/feeds/atom.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { publishedEntries, publishedHead } from '../../src/feeds/published-feed.ts';
import { aPolicy } from '../make.ts';
import { anId, NOW } from '../storage/with-store.ts';
import { hostileLine, hostileText } from './hostile-texts.ts';

const comments = Array.from({ length: 200 }, (_, n) => ({
  id: anId(n),
  article: n % 2 ? 'gare' : 'pont',
  author: `A ${hostileText(n)}`,
  text: hostileText(n + 3),
  createdAt: NOW,
  since: NOW,
  verdict: { outcome: 'approve', findings: [] } as const,
}));
const site = {
  id: 'demo',
  name: hostileLine,
  language: 'fr',
  origins: ['https://exemple.fr'],
  policy: aPolicy(),
} as const;
const around = {
  site,
  articles: new Map([['gare', { title: `La gare ${hostileLine}`, link: 'https://exemple.fr/gare?a=1&b=2' }]]),
  baseUrl: 'https://api.exemple.fr',
};
const asked = { article: undefined, self: 'https://api.exemple.fr/v1/sites/demo/comments.atom' };
const head = publishedHead(asked, around);
const ids = comments.map(({ id }) => `tag:api.exemple.fr,2026-03-09:demo/${id}`);

test.each([false, true])(
  'two parsers read an Atom feed of 200 comments, whatever was typed (Markdown: %s)',
  async (markdown) => {
    const read = { ...around, site: { ...site, policy: aPolicy({ display: { markdown } }) } };
    const xml = atomFeed(head, publishedEntries(comments, read), 0);
    const other = await new RssParser().parseString(xml);
    expect(parseAtomFeed(xml).entries?.map(({ id }) => id)).toEqual(ids);
    expect(other.items.map(({ id }) => id)).toEqual(ids);
  },
);

test.each(['A & B', '<b>', ']]>', '\n <![CDATA[ ]]>\n </x', 'Plain'])(
  'a name and a title are in the Atom feed as they are, without spaces around them: %j',
  async (value) => {
    const [entry] = publishedEntries(comments.slice(0, 1), around);
    if (!entry) throw new Error();
    const xml = atomFeed(head, [{ ...entry, author: value, title: value }], 0);
    const { items } = await new RssParser().parseString(xml);
    // The generator trims what was typed.
    expect(items[0]).toMatchObject({ author: value.trim(), title: value.trim() });
  },
);

test('a parser reads a JSON feed of the same 200 comments', () => {
  const feed = parseJsonFeed(jsonFeed(head, publishedEntries(comments, around)));
  expect(feed.items?.map(({ id }) => id)).toEqual(ids);
});

test('an entry leads to the comment on its article, or on our page when the article has no address', () => {
  const [pont, gare] = publishedEntries(comments, around);
  expect(gare?.link).toBe(`https://exemple.fr/gare?a=1&b=2&around=${anId(1)}#comment-${anId(1)}`);
  expect(pont?.link).toContain('https://api.exemple.fr/v1/sites/demo/comments.html?article=pont');
});

test('a reply names what it answers by the id and the address which that has in the feed', () => {
  const [one, two] = comments;
  if (!one || !two) throw new Error();
  const [first, reply] = publishedEntries([one, { ...two, article: one.article, parent: one.id }], around);
  expect(reply?.answers).toEqual({ id: first?.id, link: first?.link });
  const xml = atomFeed(head, reply ? [reply] : [], 0);
  expect(parseAtomFeed(xml).entries?.[0]?.thr?.inReplyTos).toEqual([{ ref: first?.id, href: first?.link }]);
});

const verdict = { outcome: 'approve', findings: [] } as const;
const marked = {
  ...{ id: anId(1), article: 'gare', author: 'Léa', text: 'Oui.' },
  ...{ createdAt: NOW, since: NOW, verdict },
};

test.each([
  ['fr', 'Léa (la rédaction)', 'Modifié par la rédaction'],
  ['en', 'Léa (newsroom)', 'Edited by the newsroom'],
] as const)(
  'what the newsroom wrote or edited says so in the language of the site: %s',
  (language, author, mark) => {
    const [entry] = publishedEntries([{ ...marked, isStaff: true, edited: 'newsroom' }], {
      ...around,
      site: { ...site, language },
    });
    expect(entry).toMatchObject({
      author,
      content: {
        text: `Oui.\n\n[${mark}]`,
        html: `<p dir="auto">Oui.</p><p><small>${mark}</small></p>`,
      },
    });
  },
);

test('what waited is updated when it becomes visible; what was published at once when it was sent, whoever looks at it later', () => {
  const of = (outcome: 'approve' | 'hold', more: object = {}) =>
    publishedEntries(
      [{ ...marked, verdict: { outcome, findings: [] }, since: NOW + 90_000, ...more }],
      around,
    )[0];
  expect(of('hold')).toMatchObject({ publishedAt: NOW, updatedAt: NOW + 90_000 });
  expect(of('approve')).toMatchObject({ publishedAt: NOW, updatedAt: NOW });
  // Corrected while it waited, so that the checks would have let it through.
  const edit = { by: 'author', at: NOW + 60_000, version: 2 };
  expect(of('approve', { edit })?.updatedAt).toBe(NOW + 90_000);
  expect(of('approve', { edit: { ...edit, at: NOW + 95_000 } })?.updatedAt).toBe(NOW + 95_000);
});

test.each(['fr', 'en'] as const)(
  'a name or a title that turns the direction of writing turns no other words of a title: %s',
  (language) => {
    const turned = (name: string) => `\u2068${name}\u2069`;
    const of = (author: string, title: string) => {
      const articles = new Map([['gare', { title }]]);
      const place = { ...around, site: { ...site, name: 'Le Courrier', language }, articles };
      const [entry] = publishedEntries([{ ...marked, author }], place);
      return [entry?.title, publishedHead({ ...asked, article: 'gare' }, place).title];
    };
    const [plain, feed] = of('Léa', 'La gare');
    expect(of('Léa\u202E', 'La\u2069 \u2067gare')).toEqual([
      plain?.replace('Léa', turned('Léa\u202E')).replace('La gare', turned('La gare')),
      feed?.replace('La gare', turned('La gare')),
    ]);
    expect(plain).not.toMatch(/[\u2066-\u2069]/);
  },
);

test('an edit is an update, and the publication keeps its time', () => {
  const edit = { by: 'author', at: NOW + 60_000, version: 2 };
  const [entry] = publishedEntries([{ ...marked, edit, edited: 'author' }], around);
  expect(entry).toMatchObject({ publishedAt: NOW, updatedAt: NOW + 60_000 });
});

test('a feed tells whose it is and where it belongs: the article, else our page of it; the site, else nowhere', () => {
  const headOf = (article: string | undefined, origins: readonly string[] = site.origins) =>
    publishedHead({ ...asked, article }, { ...around, site: { ...site, name: 'Le Courrier', origins } });
  expect(headOf('gare')).toMatchObject({ link: 'https://exemple.fr/gare?a=1&b=2', language: 'fr' });
  expect(headOf('pont')).toMatchObject({
    title: 'Commentaires sur «\u00a0pont\u00a0» – Le Courrier',
    link: 'https://api.exemple.fr/v1/sites/demo/comments.html?article=pont&as=page',
  });
  expect(headOf(undefined)).toMatchObject({
    title: 'Le Courrier\u00a0: derniers commentaires',
    link: 'https://exemple.fr/',
  });
  expect(headOf(undefined, []).link).toBeUndefined();
  expect(new Set([headOf('gare'), headOf('pont'), headOf(undefined)].map(({ id }) => id)).size).toBe(3);
});
