import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { foldersOf } from '../../tools/rooms/import-rules.ts';
import { rooms } from '../../tools/rooms/rooms.ts';

const documents = globSync(['*.md', 'docs/**/*.md', 'bench/**/*.md'], { exclude: ['**/node_modules/**'] });
const folders = [...new Set([...foldersOf(rooms), 'docs', 'events'].map((path) => path.split('/')[0]))];
/** Quoted, and from the project's root. */
const PATH = new RegExp(`\`((?:${folders.join('|')})/[\\w./*{},-]+)\``, 'g');

test('every path that a document names leads somewhere', () => {
  const named = documents.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(PATH)].map(([, path = '']) => ({ document, path })),
  );
  expect(named.length).toBeGreaterThan(50);
  const isThere = (path: string) => globSync([path, `${path}.*`]).length > 0;
  const isMade = (path: string) => path.startsWith('bench/results/');
  expect(named.filter(({ path }) => !isThere(path) && !isMade(path))).toEqual([]);
});
