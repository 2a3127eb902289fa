import { expect, test } from '@jest/globals';
import { languages } from '../../src/comment/site.ts';
import { rejectionReasons } from '../../src/comment/status.ts';
import { receiptPage } from '../../src/pages/receipt-page.ts';
import { ownWordsIn } from '../../src/pages/words/own/own-words.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import { NOW } from '../make.ts';
import { hostile, parse } from './markup.ts';

const comment = { author: 'Amina', text: 'Bonjour', createdAt: NOW };
const site = { name: 'Le Journal', origins: ['https://www.example.fr'] };
const display = { markdown: false };
const place = { site, display, timeZone: 'Europe/Paris' };

test.each(languages)('says in %s what became of a comment', (language) => {
  const said = (['published', 'pending', 'not-published', 'withdrawn'] as const).map((status) => {
    const { text } = parse(receiptPage({ language, ...place, status, comment, article: {} }));
    expect(text).toContain(wordsIn(language).receipt[status].happened);
    expect(text).toContain('Bonjour');
    return text;
  });
  expect(new Set(said).size).toBe(4);
});

test('leads to the comment where it is published, and to the article', () => {
  const link = 'https://www.example.fr/a';
  const page = receiptPage({
    language: 'fr',
    ...place,
    status: 'published',
    comment,
    article: { title: 'Un titre', link, published: `${link}#comment-x` },
  });
  const addresses = parse(page).tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
  expect(addresses).toEqual(['https://www.example.fr/', `${link}#comment-x`, link]);
  expect(parse(page).text).toContain('Un titre');
});

test.each(hostile)('shows %s as text', (text) => {
  const page = receiptPage({
    language: 'en',
    ...place,
    status: 'pending',
    comment: { ...comment, author: text, text },
    article: { title: text },
  });
  expect(parse(page).text).toContain(text);
});

test.each(languages)(
  'tells in %s a newcomer that a person reads it, and nothing that accuses',
  (language) => {
    const page = receiptPage({ language, ...place, status: 'pending', isFirst: true, comment, article: {} });
    const { first, because } = wordsIn(language).receipt;
    expect(parse(page).text).toContain(first);
    expect(parse(page).text).not.toContain(because);
  },
);

test('says what else a comment waits for', () => {
  const because = ['Un texte avec plusieurs liens est relu.'];
  const page = receiptPage({ language: 'fr', ...place, status: 'pending', because, comment, article: {} });
  expect(parse(page).text).toContain(because[0]);
  expect(parse(page).text).not.toContain('premiers commentaires');
});

test('a status is told by its words, its own icon and its own class', () => {
  const shapes = (['published', 'pending', 'not-published', 'withdrawn'] as const).map((status) => {
    const { tags } = parse(receiptPage({ language: 'en', ...place, status, comment, article: {} }));
    const drawn = tags.find(({ name }) => name === 'path')?.attributes.get('d');
    const notice = tags.find(({ attributes }) => attributes.get('class')?.startsWith('notice'));
    return [drawn, notice?.attributes.get('class')];
  });
  for (const at of [0, 1]) expect(new Set(shapes.map((shape) => shape[at])).size).toBe(4);
});

test('is the site’s page: its name leads home, and without an article’s address there is still a way on', () => {
  const page = receiptPage({ language: 'fr', ...place, status: 'pending', comment, article: {} });
  const { tags, text } = parse(page);
  expect(tags.flatMap(({ attributes }) => attributes.get('href') ?? [])).toEqual([
    'https://www.example.fr/',
    'https://www.example.fr/',
  ]);
  expect(text).toContain('Aller sur Le Journal');
  expect(page).toContain(' – Le Journal</title>');
});

test('times go by the clock of the site, and its spaces belong where French wants them', () => {
  const page = receiptPage({
    language: 'fr',
    ...place,
    timeZone: 'America/Toronto',
    status: 'published',
    comment: { ...comment, text: 'Le n° 3 : oui !' },
    article: { title: 'Valrive : la halle' },
  });
  expect(page).toContain('12 mai 2026 à 05:30</time>');
  expect(page).toContain('n°\u00A03\u00A0: oui\u202F!');
  expect(page).toContain('Valrive\u00A0: la halle');
});

test.each(languages)(
  'says in %s why a comment was rejected, each reason in its own words, and what was written to its author',
  (language) => {
    const status = 'not-published' as const;
    const pages = rejectionReasons.map((reason) => {
      const note = 'Voir <la charte>.';
      const { text } = parse(receiptPage({ language, ...place, status, comment, article: {}, reason, note }));
      expect(text).toContain(wordsIn(language).receipt.rejectedFor[reason]);
      expect(text).toContain(note);
      return text;
    });
    expect(new Set(pages).size).toBe(rejectionReasons.length);
    const edited = { ...comment, edited: 'newsroom' } as const;
    const { text } = parse(
      receiptPage({ language, ...place, status: 'published', comment: edited, article: {} }),
    );
    expect(text).toContain(ownWordsIn(language).editedBy.newsroom);
  },
);
