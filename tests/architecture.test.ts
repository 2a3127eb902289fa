import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { foldersOf } from '../tools/rooms/import-rules.ts';
import { rooms } from '../tools/rooms/rooms.ts';
import { roomsTable, tableIn } from '../tools/rooms/rooms-table.ts';

const run = promisify(execFile);
const COMMAND = [
  'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  ...foldersOf(rooms),
  '--output-type',
  'json',
];

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };

test('imports follow the list of rooms in tools/rooms/rooms.ts', async () => {
  const output = await run(process.execPath, COMMAND, { maxBuffer: 2 ** 27 }).catch((failed) => failed);
  const { summary } = JSON.parse(output.stdout);
  // Where the tool cannot read TypeScript it finds nothing, and nothing wrong.
  expect(summary.totalCruised).toBeGreaterThan(500);
  expect(
    summary.violations.map(({ from, to, rule }: Violation) => `${from} -> ${to} (${rule.name})`),
  ).toEqual([]);
});

test('every room of the list is there', () => {
  const paths = rooms.flatMap((room) => room.paths);
  expect(paths.filter((path) => !existsSync(path) && !existsSync(`${path}.ts`))).toEqual([]);
});

test('the table in ARCHITECTURE.md shows that list; npm run rooms writes it', () => {
  expect(tableIn(readFileSync('ARCHITECTURE.md', 'utf8'))).toBe(`${roomsTable(rooms)}\n`);
});

test('what runs in production imports packages that are installed there', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const inProduction = rooms.filter(({ paths: [path = ''] }) => /^(src\/.+|handlers|cli)$/.test(path));
  const packages = inProduction.flatMap(({ packages = [] }) => packages);
  expect(packages.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});
