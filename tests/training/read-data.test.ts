import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withIdentity } from '../../training/examples/augment.ts';
import { readerSite } from '../../training/examples/names.ts';
import { readSet, readTemplates } from '../../training/examples/read-data.ts';
import { randomFrom } from '../../training/random.ts';

const textsOf = (...texts: readonly string[]) => {
  const directory = mkdtempSync(join(tmpdir(), 'comments-'));
  mkdirSync(join(directory, 'blog'));
  const rows = texts.map((text) => JSON.stringify({ text, label: 'ham', lang: 'en' }));
  writeFileSync(join(directory, 'blog', 'data.jsonl'), rows.join('\n'));
  const read = readSet(directory, 'blog').map(({ input }) => input.text);
  rmSync(directory, { recursive: true });
  return read;
};

test('reads links that Disqus made as their author wrote them, and leaves those that the author made', () => {
  const made = '<a href="http://cheap.example">cheap shoes</a>, <a href="http://a.example/b">a.example/b</a>';
  expect(textsOf('In <a href="http://asp.net">asp.net</a> it works', made)).toEqual([
    'In asp.net it works',
    made,
  ]);
});

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

test('a template’s language is its folder’s', () => {
  const languages = new Set(
    readTemplates(join(import.meta.dirname, '../../training/texts')).map(({ language }) => language),
  );
  expect([...languages].sort()).toEqual(['de', 'en', 'es', 'fr', 'id', 'it', 'ja', 'ko', 'pt', 'ru', 'zh']);
});
