import { rmSync, writeFileSync } from 'node:fs';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { runFunctions } from '../../../local/functions/run-functions.ts';
import { startThread } from '../../../local/functions/thread.ts';
import { localDatabase } from '../../../local/local-database.ts';
import { compileCache } from '../compile-cache.ts';
import { FUNCTIONS, fixtureStack } from '../gateway/with-gateway.ts';
import { withFolder } from '../with-folder.ts';

const folder = withFolder();
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Functions over a database of their own, and what they reported. */
const functionsOn = (name: string, onWanted = () => {}) => {
  const database = { ...localDatabase(folder), file: `${folder}/${name}.db` };
  const reports: string[] = [];
  const functions = runFunctions({
    compileCache,
    stack: Promise.resolve(fixtureStack()),
    folder: FUNCTIONS,
    extension: '.mjs',
    preparation: Promise.resolve({ env: {}, database }),
    report: (_name, problem) => reports.push(problem),
    onWanted,
  });
  open.push(functions.stop);
  const ask = (how: string) => functions.invoke('misbehave', { pathParameters: { how } });
  return { functions, database, reports, ask };
};

test('while no thread can be prepared calls may be made again, and once one can they are answered', async () => {
  writeFileSync(`${folder}/prepared.db`, 'a letter to somebody');
  const { functions, database, reports, ask } = functionsOn('prepared');
  await expect(functions.ready()).rejects.toThrow('is not a database of Palabre');
  for (let time = 0; time < 2; time += 1)
    await expect(ask('nothing')).rejects.toMatchObject({
      name: 'Unavailable',
      message: expect.stringMatching(/prepared[.]db is not a database of Palabre[.]/),
    });
  expect(reports.at(-1)).toMatch(/is not a database of Palabre/);
  rmSync(database.file);
  expect(await ask('nothing')).toBeNull();
});

test('what another process writes is told within its next look', async () => {
  const told = Promise.withResolvers<void>();
  const { functions, database } = functionsOn('shared', told.resolve);
  await functions.ready();
  const other = openEngine(database);
  open.push(other.close);
  await other.send(
    new PutItemCommand({ TableName: database.tableName, Item: { pk: { S: 'a' }, sk: { S: 'C#1' } } }),
  );
  await told.promise;
  const { records } = await functions.ask('$changes', { after: undefined, limit: 10 });
  expect(records.map(({ dynamodb }) => dynamodb?.Keys)).toEqual([{ pk: { S: 'a' }, sk: { S: 'C#1' } }]);
});

test('what waits to be written is written when the functions are stopped', async () => {
  const { functions, database } = functionsOn('closed');
  await functions.ask('$settle', { seq: 7 });
  await functions.stop();
  const after = openEngine(database);
  open.push(after.close);
  expect(after.changes.checkpoint('stream')).toBe(7);
});

test('a thread takes thousands of calls whose time is up at once', async () => {
  const thread = startThread({
    compileCache,
    folder: FUNCTIONS,
    extension: '.mjs',
    onWanted: () => {},
    onLogged: () => {},
    onEnded: () => {},
  });
  open.push(thread.stop);
  const call = (how: string, timeoutMs: number) =>
    thread.call({ name: 'misbehave', event: { pathParameters: { how } }, memoryMb: 1 }, timeoutMs);
  await call('nothing', 60_000);
  const calls = await Promise.allSettled(Array.from({ length: 5000 }, () => call('hang', 1)));
  expect(new Set(calls.map((one) => (one as PromiseRejectedResult).reason.message))).toEqual(
    new Set(['Task timed out after 0.001 seconds']),
  );
  expect(await call('nothing', 60_000)).toBeNull();
});
