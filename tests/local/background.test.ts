import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { startBackground } from '../../src/local/background.ts';
import { clientOptions } from '../../src/local/client-options.ts';
import { createTable } from '../../src/local/create-table.ts';
import { startEngine } from '../../src/local/engine.ts';
import { LOCAL_TABLE } from '../../src/local/functions/environment.ts';
import type { Stack } from '../../src/local/stack.ts';
import { withFolder } from './with-folder.ts';

const folder = withFolder();
const stack: Stack = {
  provider: {},
  functions: {
    other: { events: [{ httpApi: 'GET /' }] },
    follow: { events: [{ stream: { batchSize: 5, maximumRetryAttempts: 2 } }] },
  },
  resources: { Resources: {} },
};

test('a change the stream’s function keeps refusing is kept among the dead letters, for their owner only', async () => {
  const engine = await startEngine();
  await createTable(engine.endpoint, LOCAL_TABLE);
  const client = new DynamoDBClient(clientOptions(engine.endpoint));
  const followed = Promise.withResolvers<string>();
  const background = await startBackground({
    stack,
    functions: {
      invoke: async (name, payload) => {
        if (payload.includes('"poison"')) throw new Error('no');
        followed.resolve(`${name} ${(JSON.parse(payload) as { Records: unknown[] }).Records.length}`);
      },
      stop: async () => {},
    },
    endpoint: engine.endpoint,
    dataDir: folder,
    sweeps: true,
  });
  const put = (sk: string) =>
    client.send(new PutItemCommand({ TableName: LOCAL_TABLE, Item: { pk: { S: 'a' }, sk: { S: sk } } }));
  await put('poison');
  await put('fine');
  background.wake();
  expect(await followed.promise).toBe('follow 1');
  const path = join(folder, 'dead-letters.jsonl');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    name: 'follow',
    problem: 'no',
    record: { eventName: 'INSERT', dynamodb: { Keys: { sk: { S: 'poison' } } } },
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await background.stop();
  client.destroy();
  await engine.stop();
});

test('a stack without a stream has nothing to follow', async () => {
  const engine = await startEngine();
  await createTable(engine.endpoint, LOCAL_TABLE);
  const background = await startBackground({
    stack: { ...stack, functions: {} },
    functions: { invoke: async () => null, stop: async () => {} },
    endpoint: engine.endpoint,
    dataDir: folder,
    sweeps: false,
  });
  background.wake();
  await background.stop();
  await engine.stop();
});
