import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, jest, test } from '@jest/globals';
import { startBackground } from '../../local/background.ts';
import type { Engine } from '../../local/engine/engine.ts';
import { LOCAL_TABLE } from '../../local/functions/environment.ts';
import type { Functions } from '../../local/functions/run-functions.ts';
import { Unavailable } from '../../local/functions/thread.ts';
import { writeWhole } from '../../local/keep.ts';
import type { Stack } from '../../local/stack.ts';
import { openFeed } from '../../local/stream/change-feed.ts';
import { failedRecordsIn } from '../../local/stream/failed-records.ts';
import { openTestEngine } from '../storage/test-database.ts';
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

const functionsOver = ({ changes }: Engine, invoke: Functions['invoke']): Functions => {
  const feed = openFeed(
    changes,
    () => true,
    () => {},
  );
  return {
    invoke,
    ask: (async (name: string, event: any) => {
      if (name === '$outages') return 0;
      return name === '$settle' ? feed.settle(event.seq) : feed.next(event.after, event.limit);
    }) as never,
    ready: async () => {},
    stop: async () => {},
  };
};

test('a change the stream’s function keeps refusing is kept whole among the failed records, for their owner only', async () => {
  const engine = openTestEngine(LOCAL_TABLE);
  const followed = Promise.withResolvers<string>();
  const functions = functionsOver(engine, async (name, event) => {
    if (JSON.stringify(event).includes('"poison"')) throw new Error('no');
    followed.resolve(`${name} ${(event as { Records: unknown[] }).Records.length}`);
  });
  const put = (sk: string) =>
    engine.send(new PutItemCommand({ TableName: LOCAL_TABLE, Item: { pk: { S: 'a' }, sk: { S: sk } } }));
  await put('poison');
  await put('fine');
  const background = await startBackground({ stack, functions, endpoint: undefined, dataDir: folder });
  expect(await followed.promise).toBe('follow 1');
  const [name, ...others] = readdirSync(join(folder, 'failed-records'));
  expect(others).toEqual([]);
  const path = join(folder, 'failed-records', name ?? '');
  const { payload, ...about } = JSON.parse(readFileSync(path, 'utf8'));
  expect(about).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
    DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: '000000000000000000001' },
  });
  expect(JSON.parse(payload)).toMatchObject({
    Records: [{ eventName: 'INSERT', dynamodb: { Keys: { sk: { S: 'poison' } } } }],
  });
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  await background.stop();
  engine.close();
});

test('a change with which the thread fails each time is given up, and one that only waits for a thread is not', async () => {
  const engine = openTestEngine(LOCAL_TABLE);
  const dataDir = join(folder, 'fatal');
  const followed = Promise.withResolvers<void>();
  let waits = 4;
  const functions = functionsOver(engine, async (_name, event) => {
    const text = JSON.stringify(event);
    if (text.includes('"fatal"')) throw new Unavailable('The thread ended.', { mayBeAtFault: true });
    waits -= 1;
    if (waits > 0) throw new Unavailable('The file is locked.');
    followed.resolve();
  });
  for (const sk of ['fatal', 'waits'])
    await engine.send(
      new PutItemCommand({ TableName: LOCAL_TABLE, Item: { pk: { S: 'a' }, sk: { S: sk } } }),
    );
  const background = await startBackground({ stack, functions, endpoint: undefined, dataDir });
  await followed.promise;
  const kept = readdirSync(failedRecordsIn(dataDir)).map((name) =>
    readFileSync(join(failedRecordsIn(dataDir), name), 'utf8'),
  );
  expect(kept).toEqual([expect.stringContaining('fatal')]);
  await background.stop();
  engine.close();
});

test('a stack without a stream has nothing to follow', async () => {
  const engine = openTestEngine(LOCAL_TABLE);
  const background = await startBackground({
    stack: { ...stack, functions: {} },
    functions: functionsOver(engine, async () => null),
    endpoint: undefined,
    dataDir: folder,
  });
  background.wake();
  await background.stop();
  engine.close();
});

test.each([
  ['purge-expired', true, false],
  ['forget-networks', true, false],
  ['forget-networks', false, true],
  ['reconcile-counts', true, true],
])(
  'after %s (finished: %s), records that failed more than 30 days ago are kept: %s',
  async (job, finished, isKept) => {
    jest.useFakeTimers();
    const dataDir = join(folder, `${job} ${finished}`);
    const old = join(failedRecordsIn(dataDir), '2026-03-09T08.00.00-a.json');
    writeWhole(old, '{}');
    const engine = openTestEngine(LOCAL_TABLE);
    let isRefused = true;
    const functions = functionsOver(engine, async () => {
      if (isRefused) throw new Error('clock-ahead');
      return { finished };
    });
    const hourly = { events: [{ schedule: { rate: 'rate(1 hour)' } }] };
    const setup = { stack: { ...stack, functions: { [job]: hourly } }, functions, dataDir };
    const background = await startBackground({ ...setup, endpoint: 'http://127.0.0.1:1' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(existsSync(old)).toBe(true);
    isRefused = false;
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(existsSync(old)).toBe(isKept);
    await background.stop();
    engine.close();
    jest.useRealTimers();
  },
);
