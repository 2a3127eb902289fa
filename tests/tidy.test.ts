import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { refusalCodes } from '../src/comment/refusal.ts';
import { checks } from '../src/screening/checks/index.ts';
import { foldersOf } from '../tools/rooms/import-rules.ts';
import { rooms } from '../tools/rooms/rooms.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const nameOf = (path: string) => basename(path).replace(/[.]\w+$/, '');
const namesIn = (pattern: string) => globSync(pattern).map(nameOf).sort();
const { functions } = load(read('serverless.yml')) as any;
const names = Object.keys(functions).sort();
const sources = globSync(['src/**/*.ts', 'handlers/*.ts', 'local/**/*.ts', 'cli/**/*.ts']).map((path) =>
  path.replaceAll('\\', '/'),
);

test('every use case is a function, under the same name, or what a command does', () => {
  const commands = globSync('cli/*.ts').map(read).join('\n');
  const ofNobody = namesIn('src/use-cases/*.ts').filter(
    (name) => !names.includes(name) && !commands.includes(`/use-cases/${name}.ts'`),
  );
  expect(ofNobody).toEqual([]);
});

test('every check file is on the list, under its own name', () => {
  const files = namesIn('src/screening/checks/*.ts').filter((name) => name !== 'index');
  expect(checks.map(({ name }) => name).toSorted()).toEqual(files);
});

test('every check has a test of its own', () => {
  for (const { name } of checks)
    expect([name, existsSync(`tests/screening/checks/${name}.test.ts`)]).toEqual([name, true]);
});

test('handlers only wire: at most 40 lines', () => {
  for (const path of globSync('handlers/*.ts'))
    expect([path, read(path).split('\n').length <= 41]).toEqual([path, true]);
});

test('every refusal code is thrown somewhere', () => {
  const all = sources
    .filter(
      (path) => !path.endsWith('refusal.ts') && !path.includes('words/') && !path.endsWith('problem.ts'),
    )
    .map(read)
    .join('\n');
  for (const code of refusalCodes) expect([code, all.includes(`'${code}'`)]).toEqual([code, true]);
});

const only = (path: string, ...rooms: string[]) => rooms.some((room) => path.startsWith(room));

test.each([
  ['the clock', /new Date\(\)|Date\.now\(/, ['src/app.ts', 'local/', 'cli/']],
  ['randomness', /Math\.random|randomUUID|randomBytes/, ['src/app.ts', 'local/', 'cli/']],
  ['console', /console\./, ['src/lambda/logs/log.ts', 'local/', 'cli/']],
  ['a locale import of zod', /import \{ z \}/, []],
  ['left-overs', /TODO|FIXME|XXX/, []],
])('%s is used in its own place only', (_, found, except) => {
  for (const path of sources.filter((source) => !only(source, ...except)))
    expect([path, found.test(read(path))]).toEqual([path, false]);
});

const FILES_MAX = 18;
const PLACES_MAX = 2;
/** Folders with a file for each function, check, use case or contract, or with texts to learn from, are lists. */
const LISTS = /(^|\/)(handlers|events|checks|use-cases|contracts)$|^training\/(evaluation\/)?texts\//;
/** npm's own names, one for each folder of packages. */
const NPM = ['package.json', 'package-lock.json'];
/** Names that say which of their folder's list they are, and those that a function shares with its use case and contract. */
const SHARED = new Set([
  'index.ts',
  'en.ts',
  'fr.ts',
  'README.md',
  ...NPM,
  ...names.map((name) => `${name}.ts`),
]);

const files = [...foldersOf(rooms), 'events', 'docs'].flatMap((folder) =>
  globSync(`${folder}/**/*.*`, { exclude: ['**/node_modules/**', 'bench/results/**'] }).map((path) =>
    path.replaceAll('\\', '/'),
  ),
);

test('no folder but a list holds more files than one looks through at a glance', () => {
  const folders = Object.groupBy(files, (path) => dirname(path));
  const full = Object.entries(folders).flatMap(([folder, of = []]) =>
    of.length > FILES_MAX && !LISTS.test(folder) ? [folder] : [],
  );
  expect(full).toEqual([]);
});

test('a file is found by its name: no name stands in more than two places', () => {
  const places = Object.groupBy(files, (path) => basename(path));
  const repeated = Object.entries(places).flatMap(([name, of = []]) =>
    of.length > PLACES_MAX && !SHARED.has(name) ? [name] : [],
  );
  expect(repeated).toEqual([]);
});
