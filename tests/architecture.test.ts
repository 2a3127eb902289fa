import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const COMMAND = [
  'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  'src',
  'handlers',
  'local',
  'cli',
  'tools',
  'bench',
  '--output-type',
  'json',
];

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };

test('imports follow the table in .dependency-cruiser.cjs', async () => {
  const output = await run(process.execPath, COMMAND, { maxBuffer: 2 ** 27 }).catch((failed) => failed);
  const { summary } = JSON.parse(output.stdout);
  // Where the tool cannot read TypeScript it finds nothing, and nothing wrong.
  expect(summary.totalCruised).toBeGreaterThan(100);
  expect(
    summary.violations.map(({ from, to, rule }: Violation) => `${from} -> ${to} (${rule.name})`),
  ).toEqual([]);
});
