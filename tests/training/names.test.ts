import { expect, test } from '@jest/globals';
import { withIdentity } from '../../training/examples/augment.ts';
import { readerSite } from '../../training/examples/names.ts';
import { randomFrom } from '../../training/random.ts';

test('some readers of blogs get a page, so that a page says nothing by itself', () => {
  const comment = {
    input: { text: 'It works', author: 'Ada', language: 'en' },
    isSpam: false,
    ...{ set: 'joehx', group: 'joehx', language: 'en' },
  };
  const random = randomFrom(1);
  const given = Array.from({ length: 200 }, () => withIdentity(comment, random).input.url);
  const share = given.filter(Boolean).length / given.length;
  expect(share).toBeGreaterThan(0.25);
  expect(share).toBeLessThan(0.55);
});

test('a page is named after its owner, or after words of the language when there are enough', () => {
  const random = randomFrom(1);
  const words = Array.from(
    { length: 100 },
    (_, nth) => `mot${'abcdefghij'[nth % 10]}${'klmnopqrst'[Math.floor(nth / 10)]}`,
  );
  const pagesWith = (known: readonly string[]) =>
    Array.from({ length: 200 }, () => readerSite(random, 'Ada', known)).filter((page) =>
      page.includes('mot'),
    );
  expect(pagesWith(words.slice(1))).toEqual([]);
  const named = pagesWith(words);
  expect(named.length).toBeGreaterThan(60);
  for (const page of named)
    expect(URL.parse(page)?.host).toMatch(/^(?:www\.)?(?:-?mot[a-j][k-t]){1,3}\.[a-z]/);
});
