import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readSet, readTemplates } from '../../training/examples/read-data.ts';

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

test('a template’s language is its folder’s', () => {
  const languages = new Set(
    readTemplates(join(import.meta.dirname, '../../training/texts')).map(({ language }) => language),
  );
  expect([...languages].sort()).toEqual(['de', 'en', 'es', 'fr', 'id', 'it', 'ja', 'ko', 'pt', 'ru', 'zh']);
});
