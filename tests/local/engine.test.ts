import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { clientOptions } from '../../src/local/client-options.ts';
import { createTable } from '../../src/local/create-table.ts';
import { startEngine } from '../../src/local/engine.ts';
import { keepEngine } from '../../src/local/keep-engine.ts';
import { withFolder } from './with-folder.ts';

const folder = withFolder();
const ENGINE = join(import.meta.dirname, '../../src/local/engine.ts');

const answers = (endpoint: string) =>
  fetch(endpoint).then(
    (answer) => answer.ok || answer.status > 0,
    () => false,
  );
/** The process whose command line names a port. */
const engineAt = (port: string): number => {
  const named = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const found = globSync('/proc/[0-9]*/cmdline')
    .map((path) => path.split('/')[2] ?? '')
    .find((pid) => named(pid)[0]?.endsWith('dynoxide') && named(pid).includes(port));
  return Number(found);
};
/** Waits for a condition, looking again and again. */
const until = async (condition: () => Promise<boolean>) => {
  while (!(await condition())) await wait(10);
};

test('the engine ends with the process that started it, even when that is killed', async () => {
  const code = `import { startEngine } from ${JSON.stringify(ENGINE)}; const { endpoint } = await startEngine(); console.log(endpoint); setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', code]);
  const [line] = await once(parent.stdout, 'data');
  const endpoint = String(line).trim();
  expect(await answers(endpoint)).toBe(true);
  parent.kill('SIGKILL');
  await until(async () => !(await answers(endpoint)));
});

test('an engine that ends by itself is started again where it was, with all it had', async () => {
  const troubles: string[] = [];
  const { endpoint, stop } = await keepEngine(join(folder, 'revived.db'), (trouble) =>
    troubles.push(trouble),
  );
  await createTable(endpoint, 'palabre');
  const client = new DynamoDBClient(clientOptions(endpoint));
  const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
  await client.send(new PutItemCommand({ TableName: 'palabre', Item: Key }));
  process.kill(engineAt(new URL(endpoint).port), 'SIGKILL');
  await until(async () => troubles.length > 0);
  await until(() => answers(endpoint));
  const { Item } = await client.send(new GetItemCommand({ TableName: 'palabre', Key }));
  expect(Item).toEqual(Key);
  expect(troubles).toEqual(['The database engine ended and is started again.']);
  client.destroy();
  await stop();
  expect(await answers(endpoint)).toBe(false);
});

test('an engine that cannot open its file says so', async () => {
  await expect(startEngine('/nowhere/at/all.db')).rejects.toThrow('unable to open database file');
});

test('twenty engines started at once all get a port of their own', async () => {
  const engines = await Promise.all(Array.from({ length: 20 }, () => startEngine()));
  expect(new Set(engines.map(({ endpoint }) => endpoint)).size).toBe(20);
  await Promise.all(engines.map(({ stop }) => stop()));
});

test('a table is created once and left alone afterwards', async () => {
  const engine = await startEngine();
  await createTable(engine.endpoint, 'palabre');
  const client = new DynamoDBClient(clientOptions(engine.endpoint));
  const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
  await client.send(new PutItemCommand({ TableName: 'palabre', Item: Key }));
  await createTable(engine.endpoint, 'palabre');
  expect((await client.send(new GetItemCommand({ TableName: 'palabre', Key }))).Item).toEqual(Key);
  client.destroy();
  await engine.stop();
});
