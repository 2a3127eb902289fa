import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { writeWhole } from '../../local/keep.ts';
import { databaseIn } from '../../local/local-database.ts';
import { failedRecordsIn } from '../../local/stream/failed-records.ts';
import { withFolder } from '../local/with-folder.ts';
import { run } from '../local/with-server.ts';
import { openFolder, write } from './with-site.ts';

const folder = withFolder();
const [good, cut, damaged] = [join(folder, 'good'), join(folder, 'cut'), join(folder, 'damaged')];
const PAGE = 4096;
const SECRET = 'a'.repeat(64);

beforeAll(async () => {
  const opened = openFolder(good);
  await write(opened, 0, 50);
  opened.close();
  writeFileSync(join(good, 'secret'), SECRET);
  writeWhole(join(failedRecordsIn(good), 'one.json'), '{}');
  for (const to of [cut, damaged]) {
    cpSync(good, to, { recursive: true });
    writeFileSync(join(to, 'secret'), SECRET.replaceAll('a', 'b'));
  }
  truncateSync(databaseIn(cut), 3 * PAGE);
  const bytes = readFileSync(databaseIn(damaged));
  writeFileSync(databaseIn(damaged), bytes.fill(0xee, Math.floor(bytes.length / 2 / PAGE) * PAGE));
});

test('a database that is cut short is not restored, and makes no folder', async () => {
  const to = join(folder, 'never');
  const { code, errors } = await run(to, ['restore', '--from', cut]);
  expect([code, errors]).toEqual([1, expect.stringMatching(/^\S+ is cut short: [^\n]+\n$/)]);
  expect(existsSync(to)).toBe(false);
});

test('a folder whose secret is gone is not restored, and makes no folder', async () => {
  const [from, to] = [join(folder, 'without'), join(folder, 'not-made')];
  cpSync(good, from, { recursive: true });
  rmSync(join(from, 'secret'));
  const { code, errors } = await run(to, ['restore', '--from', from]);
  expect([code, errors]).toEqual([1, expect.stringMatching(/without\Wsecret is missing: [^\n]+\n$/)]);
  expect(existsSync(to)).toBe(false);
});

test('a database that cannot be copied to its end leaves a folder that another one can be restored into', async () => {
  const to = join(folder, 'after');
  const failed = await run(to, ['restore', '--from', damaged]);
  expect([failed.code, failed.errors]).toEqual([1, expect.stringMatching(/^\S+ is damaged: [^\n]+\n$/)]);
  expect(readdirSync(to)).toEqual(['lock.db']);
  const { code, errors } = await run(to, ['restore', '--from', good]);
  expect([code, errors]).toEqual([0, '']);
  expect(readFileSync(join(to, 'secret'), 'utf8')).toBe(SECRET);
  // To be redriven there.
  expect(readdirSync(failedRecordsIn(to))).toEqual(['one.json']);
});

test('nothing is restored beside the log of a database that is gone', async () => {
  const to = join(folder, 'left');
  mkdirSync(to);
  writeFileSync(`${databaseIn(to)}-wal`, 'what was acknowledged');
  const { code, errors } = await run(to, ['restore', '--from', good]);
  expect([code, errors]).toEqual([1, expect.stringContaining('comments.db is missing or empty, but')]);
  expect(readdirSync(to).toSorted()).toEqual(['comments.db-wal', 'lock.db']);
});
