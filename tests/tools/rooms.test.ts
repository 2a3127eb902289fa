import { expect, test } from '@jest/globals';
import { allowedImports, foldersOf } from '../../tools/rooms/import-rules.ts';
import type { Room } from '../../tools/rooms/room.ts';
import { roomsTable, tableIn, withTable } from '../../tools/rooms/rooms-table.ts';

const rooms: readonly Room[] = [
  { paths: ['src/port'], is: 'types' },
  {
    paths: ['src/port/adapter'],
    is: 'the adapter',
    may: ['src/port'],
    packages: ['@one/two.js'],
    node: ['fs'],
  },
  { paths: ['src/verbs'], is: 'verbs', types: ['src/port'], packageTypes: ['three'] },
  {
    paths: ['outside'],
    is: 'all the rest',
    may: ['src/*'],
    onDemand: ['outside'],
    packages: 'any',
    node: 'any',
  },
];

/** Whether a rule allows an import, as dependency-cruiser compares them. */
const isAllowed = (from: string, to: string, kinds: readonly string[] = ['import']): boolean =>
  allowedImports(rooms).some((rule: any) => {
    const fits = ({ path = '', pathNot = [] }: any, file: string) =>
      new RegExp(path).test(file) && !pathNot.some((not: string) => new RegExp(not).test(file));
    const { dependencyTypes: types, dynamic } = rule.to;
    return (
      fits(rule.from, from) &&
      fits(rule.to, to) &&
      (types === undefined || types.some((type: string) => kinds.includes(type))) &&
      (dynamic === undefined || kinds.includes('dynamic'))
    );
  });

test('a file belongs to the room that fits its path best', () => {
  expect(isAllowed('src/port/a.ts', 'src/port/b/c.ts')).toBe(true);
  expect(isAllowed('src/port/a.ts', 'src/port/adapter/b.ts')).toBe(false);
  expect(isAllowed('src/port/adapter/b.ts', 'src/port/a.ts')).toBe(true);
  expect(isAllowed('src/portable.ts', 'src/port/a.ts')).toBe(false);
});

test('a room seen by its types is imported as types only', () => {
  expect(isAllowed('src/verbs/a.ts', 'src/port/a.ts')).toBe(false);
  expect(isAllowed('src/verbs/a.ts', 'src/port/a.ts', ['type-only'])).toBe(true);
  expect(isAllowed('src/verbs/a.ts', 'src/port/adapter/a.ts', ['type-only'])).toBe(false);
});

test('packages and Node’s modules are those of the row', () => {
  expect(isAllowed('src/port/adapter/a.ts', 'node_modules/@one/two.js/index.js')).toBe(true);
  expect(isAllowed('src/port/adapter/a.ts', 'node_modules/@one/twoxjs/index.js')).toBe(false);
  expect(isAllowed('src/port/adapter/a.ts', 'fs', ['core'])).toBe(true);
  expect(isAllowed('src/port/adapter/a.ts', 'fs/promises', ['core'])).toBe(false);
  expect(isAllowed('src/verbs/a.ts', 'node_modules/@types/three/index.d.ts', ['type-only'])).toBe(true);
  expect(isAllowed('src/verbs/a.ts', 'node_modules/three/index.js')).toBe(false);
  expect(isAllowed('outside/a.ts', 'node_modules/three/index.js')).toBe(true);
});

test('a row may name every room of a folder, but none that is not there', () => {
  expect(isAllowed('outside/a.ts', 'src/port/adapter/b.ts')).toBe(true);
  expect(() => allowedImports([{ paths: ['a'], is: 'a', may: ['b'] }])).toThrow('There is no room b.');
  expect(() => allowedImports([{ paths: ['a'], is: 'a', may: ['b/*'] }])).toThrow('There is no room b/*.');
});

test('the folders of all rooms are looked at, each once', () => {
  expect(foldersOf(rooms)).toEqual(['src', 'outside']);
});

test('the table takes the place of the one a page has, and nothing else changes', () => {
  const page = `# Title\n\n${roomsTable(rooms.slice(1))}\n\nMore.\n`;
  expect(tableIn(page)).toBe(`${roomsTable(rooms.slice(1))}\n`);
  expect(withTable(page, `${roomsTable(rooms)}\n`)).toBe(`# Title\n\n${roomsTable(rooms)}\n\nMore.\n`);
  expect(roomsTable(rooms).split('\n').slice(2)).toEqual([
    '| `src/port` | types | nothing | none |',
    '| `src/port/adapter` | the adapter | port | `@one/two.js`, `node:fs` |',
    '| `src/verbs` | verbs | port (types) | `three` (types) |',
    "| `outside` | all the rest | all of src, outside (on demand) | any, Node's own |",
  ]);
  expect(tableIn('# Title\n')).toBeUndefined();
});
