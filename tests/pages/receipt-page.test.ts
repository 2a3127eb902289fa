import { expect, test } from '@jest/globals';
import { languages } from '../../src/comment/site.ts';
import { receiptPage } from '../../src/pages/receipt-page.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import { NOW } from '../make.ts';
import { hostile, parse } from './markup.ts';

const comment = { author: 'Amina', text: 'Bonjour', createdAt: NOW };

test.each(languages)('says in %s what became of a comment', (language) => {
  const said = (['published', 'pending', 'not-published', 'withdrawn'] as const).map((status) => {
    const { text } = parse(receiptPage({ language, status, comment, article: {} }));
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
    status: 'published',
    comment,
    article: { title: 'Un titre', link, published: `${link}#comment-x` },
  });
  const addresses = parse(page).tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
  expect(addresses).toEqual([`${link}#comment-x`, link]);
  expect(parse(page).text).toContain('Un titre');
});

test.each(hostile)('shows %s as text', (text) => {
  const page = receiptPage({
    language: 'en',
    status: 'pending',
    comment: { ...comment, author: text, text },
    article: { title: text },
  });
  expect(parse(page).text).toContain(text);
});
