import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { DeleteItemCommand, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { type Engine, openEngine } from '../../../local/engine/engine.ts';
import { definition } from '../../reference/definition.ts';
import { withFolder } from '../with-folder.ts';

const folder = withFolder();
const TableName = 'files';
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};
const open = (file: string, more: object = {}) =>
  openEngine({ file, tableName: TableName, definition, ...more });
const keys = Array.from({ length: 50 }, (_, at) => String(at));
const key = (sk: string) => ({ pk: { S: 'p' }, sk: { S: sk } });
const put = (engine: Engine, sk: string, more: object = {}) =>
  engine.send(new PutItemCommand({ TableName, Item: { ...key(sk), ...more } }));
const get = async (engine: Engine, sk: string) =>
  (await engine.send(new GetItemCommand({ TableName, Key: key(sk) }))).Item;

/** What the text of an item begins with; no other's does. */
const markOf = (sk: string) => `[${sk}]`;

test('what was deleted is in the file no more once it is closed, nor is the log', async () => {
  const file = newFile();
  const engine = open(file);
  await Promise.all(keys.map((sk) => put(engine, sk, { text: { S: 'Phrase-canari. '.repeat(200) } })));
  await Promise.all(keys.map((sk) => engine.send(new DeleteItemCommand({ TableName, Key: key(sk) }))));
  engine.changes.settle('stream', engine.changes.after(0, 1000).at(-1)?.seq ?? 0);
  engine.close();
  expect(readFileSync(file).includes('Phrase-canari')).toBe(false);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

/** A file with some items in it, closed. */
const filled = async () => {
  const file = newFile();
  const engine = open(file);
  const text = (sk: string) => ({ text: { S: markOf(sk) + 'x'.repeat(900) } });
  await Promise.all(keys.map((sk) => put(engine, sk, text(sk))));
  engine.close();
  return file;
};

test('what was written is there when the file is opened again', async () => {
  const file = await filled();
  const engine = open(file);
  expect(await get(engine, '49')).toBeDefined();
  expect(engine.changes.after(0, 100)).toHaveLength(50);
  engine.close();
});

test('an index that a new definition adds is made from the items that are there, and one that it drops goes', async () => {
  const file = newFile();
  const [view, , whole] = definition.GlobalSecondaryIndexes;
  const first = open(file, { definition: { ...definition, GlobalSecondaryIndexes: [view] } });
  await put(first, 'a', { v: { S: 'one' }, vs: { S: '1' } });
  first.close();
  const second = open(file, { definition: { ...definition, GlobalSecondaryIndexes: [whole] } });
  const from = (IndexName: string) =>
    second.send(
      new QueryCommand({
        TableName,
        IndexName,
        KeyConditionExpression: 'v = :v',
        ExpressionAttributeValues: { ':v': { S: 'one' } },
      }),
    );
  expect((await from('whole')).Count).toBe(1);
  await expect(from('view')).rejects.toThrow('does not have the specified index');
  second.close();
});

const spoiled: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  ['cut in the middle', (file) => truncateSync(file, 20_000), /is cut short/],
  ['cut in its header', (file) => truncateSync(file, 50), /is cut short/],
  ['a text', (file) => writeFileSync(file, 'Dear diary, '.repeat(50)), /is not a database of Palabre/],
  [
    'a database of something else',
    (file) => {
      truncateSync(file, 0);
      new DatabaseSync(file).exec('CREATE TABLE note (text); INSERT INTO note VALUES (1)');
    },
    /is not a database of Palabre/,
  ],
  [
    'made by a newer version',
    (file) => {
      const db = new DatabaseSync(file);
      db.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
    /newer version/,
  ],
  [
    'made by the engine of an older version',
    (file) => {
      truncateSync(file, 0);
      new DatabaseSync(file).exec('CREATE TABLE _stream_records (id); CREATE TABLE _tables (id)');
    },
    /older version of Palabre, whose database engine is no longer used/,
  ],
];

test.each(spoiled)(
  'a file that is %s is answered with one sentence and left as it is',
  async (_, spoil, sentence) => {
    const file = await filled();
    spoil(file);
    const before = readFileSync(file);
    const error = (() => {
      try {
        open(file).close();
      } catch (thrown) {
        return thrown as Error;
      }
      return undefined;
    })();
    expect(error?.message).toMatch(sentence);
    expect(error?.message).toContain(folder);
    expect(error?.message.split('\n')).toHaveLength(1);
    expect(readFileSync(file).equals(before)).toBe(true);
  },
);

test('a file whose checkpoint was killed after its first page is put right from its log', async () => {
  const file = newFile();
  const engine = open(file);
  await Promise.all(keys.map((sk) => put(engine, sk, { text: { S: 'x'.repeat(900) } })));
  const left = newFile();
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${left}${end}`);
  engine.close();
  // Page 1, which says how many pages there are, is the first that a checkpoint writes.
  const bytes = readFileSync(left);
  readFileSync(file).copy(bytes, 0, 0, 4096);
  writeFileSync(left, bytes);
  expect(bytes.readUInt32BE(28) * 4096).toBeGreaterThan(bytes.length);
  const again = open(left);
  for (const sk of keys) expect(await get(again, sk)).toBeDefined();
  again.close();
});

test('a folder that is not there is answered with a sentence', () => {
  expect(() => open(join(folder, 'nowhere', 'at-all.db'))).toThrow(/cannot be opened/);
});

test('a page that was damaged fails what reads it, and no other', async () => {
  const file = await filled();
  // Leaves each text once in the file: its change goes, and what the change stood on.
  const db = new DatabaseSync(file);
  db.exec('DELETE FROM change; VACUUM');
  db.close();
  const bytes = readFileSync(file);
  const start = Math.floor(bytes.indexOf(markOf('25')) / 4096) * 4096;
  const page = bytes.subarray(start, start + 4096);
  const lost = keys.filter((sk) => page.includes(markOf(sk)));
  page.fill(0xee);
  writeFileSync(file, bytes);
  const engine = open(file);
  const outcomes = await Promise.allSettled(keys.map((sk) => get(engine, sk)));
  expect(keys.filter((_, at) => outcomes[at]?.status === 'rejected')).toEqual(lost);
  for (const { reason } of outcomes as PromiseRejectedResult[])
    expect(reason?.name ?? 'InternalServerError').toBe('InternalServerError');
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.length).toBeLessThan(10);
  engine.close();
});

test('a file that cannot grow refuses writes without losing any that it took, and goes on when there is room', async () => {
  const file = newFile();
  const small = open(file, { pagesMax: 60 });
  const text = { text: { S: 'x'.repeat(3000) } };
  const taken: string[] = [];
  let refused: unknown;
  for (let at = 0; at < 200 && refused === undefined; at += 1)
    await put(small, String(at), text).then(
      () => taken.push(String(at)),
      (error) => {
        refused = error;
      },
    );
  expect(refused).toMatchObject({
    ...{ name: 'InternalServerError', message: expect.stringContaining('full') },
    cause: { name: 'SQLITE_FULL' },
  });
  expect(taken.length).toBeGreaterThan(5);
  for (const sk of taken) expect(await get(small, sk)).toBeDefined();
  small.close();
  const roomy = open(file);
  await put(roomy, 'more', text);
  expect(roomy.changes.after(0, 1000).map(({ sk }) => sk)).toEqual([...taken, 'more']);
  roomy.close();
});

test('a sweep of a file that fails under it ends in the same outage as any operation', async () => {
  const file = newFile();
  const engine = open(file, { definition: { ...definition, expiry: { AttributeName: 'expiresAt' } } });
  await put(engine, 'over', { expiresAt: { N: String(Math.floor(Date.now() / 1000) - 10) } });
  const other = new DatabaseSync(file);
  other.exec('DROP TABLE change');
  other.close();
  expect(() => engine.removeExpired(10)).toThrow(
    expect.objectContaining({ name: 'InternalServerError', message: expect.stringContaining('change') }),
  );
  expect(await get(engine, 'over')).toBeDefined();
  engine.close();
});

test('two connections see each other’s writes, and each is told that the other wrote', async () => {
  const file = newFile();
  const [one, other] = [open(file), open(file)];
  const before = one.changes.version();
  await put(one, 'own');
  expect(one.changes.version()).toBe(before);
  await put(other, 'foreign');
  expect(one.changes.version()).not.toBe(before);
  expect(await get(one, 'foreign')).toBeDefined();
  one.close();
  other.close();
});

const ENGINE = pathToFileURL(join(import.meta.dirname, '../../../local/engine/engine.ts')).href;
const WRITER = (file: string) => `
  import { PutItemCommand } from '@aws-sdk/client-dynamodb';
  import { openEngine } from ${JSON.stringify(ENGINE)};
  const engine = openEngine({ file: ${JSON.stringify(file)}, tableName: 'files', definition: ${JSON.stringify(definition)} });
  for (let at = 0; ; at += 4)
    await Promise.all([0, 1, 2, 3].map(async (n) => {
      await engine.send(new PutItemCommand({ TableName: 'files', Item: { pk: { S: 'p' }, sk: { S: String(at + n) } } }));
      process.stdout.write(at + n + '\\n');
    }));
`;

test('a process that is killed while it writes loses nothing that it was answered', async () => {
  const file = newFile();
  let written = 0;
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', WRITER(file)]);
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const acknowledged = said.split('\n').slice(0, -1);
    const engine = open(file);
    for (const sk of acknowledged) expect(await get(engine, sk)).toBeDefined();
    written = Math.max(written, acknowledged.length);
    engine.close();
  }
  expect(written).toBeGreaterThan(0);
});
