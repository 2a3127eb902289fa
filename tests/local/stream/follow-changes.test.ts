import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import { openEngine } from '../../../local/engine/engine.ts';
import type { Functions } from '../../../local/functions/run-functions.ts';
import { localDatabase } from '../../../local/local-database.ts';
import { type ChangeFeed, openFeed } from '../../../local/stream/change-feed.ts';
import type { Delivery } from '../../../local/stream/deliver.ts';
import { followChanges } from '../../../local/stream/follow-changes.ts';
import { withFolder } from '../with-folder.ts';

const folder = withFolder();
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

/** An engine in a file of its own, and what follows it as the functions' thread lets it. */
const aTable = (name: string, isWanted: (record: DynamoDBRecord) => boolean = () => true) => {
  const feeds: ChangeFeed[] = [];
  let wakes = 0;
  let onSettled = (_: number) => {};
  const settled = (upTo: number) =>
    new Promise<void>((resolve) => {
      onSettled = (seq) => {
        if (seq >= upTo) resolve();
      };
    });
  const setup = { ...localDatabase(folder), file: `${folder}/${name}.db` };
  const engine = openEngine({
    ...setup,
    onCommit: (written) => feeds.forEach(({ look }) => void look(written)),
  });
  open.push(engine);
  const put = (sk: number) =>
    engine.send(
      new PutItemCommand({ TableName: setup.tableName, Item: { pk: { S: 'a' }, sk: { S: String(sk) } } }),
    );
  const follow = (
    invoke: Delivery['invoke'],
    more: Partial<Parameters<typeof followChanges>[0]['delivery']> = {},
  ) => {
    let wake = () => {};
    const onWanted = () => {
      wakes += 1;
      wake();
    };
    const feed = openFeed(engine.changes, isWanted, onWanted, 0);
    const ask = async (service: string, { after, limit, seq }: any) => {
      if (service !== '$settle') return feed.next(after, limit);
      feed.settle(seq);
      onSettled(seq);
    };
    const follower = followChanges({
      ask: ask as Functions['ask'],
      delivery: {
        invoke,
        wasOut: async () => false,
        batchSize: 10,
        triesMax: 3,
        onGivenUp: () => {},
        ...more,
      },
      onTrouble: (error) => {
        throw error;
      },
      gatherMs: 0,
    });
    wake = follower.wake;
    feeds.push(feed);
    return follower;
  };
  return { engine, put, follow, settled, wakes: () => wakes };
};
const keyOf = ({ dynamodb }: DynamoDBRecord) => Number(dynamodb?.Keys?.sk?.S);
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** A function that keeps what it gets, and a promise of having some count. */
const collector = () => {
  const got: number[] = [];
  const batches: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  return {
    got,
    batches,
    invoke: async (records: readonly DynamoDBRecord[]) => {
      got.push(...records.map(keyOf));
      batches.push(records.length);
      for (const { count, resolve } of waiting) if (got.length >= count) resolve();
    },
    having: (count: number) =>
      new Promise<void>((resolve) => {
        if (got.length >= count) resolve();
        waiting.push({ count, resolve });
      }),
  };
};

test('changes come in order, those from before the start first', async () => {
  const { put, follow } = aTable('order');
  for (const sk of numbers(1, 25)) await put(sk);
  const { got, invoke, having } = collector();
  const follower = follow(invoke);
  await having(25);
  for (const sk of numbers(26, 30)) await put(sk);
  await having(30);
  await follower.stop();
  expect(got).toEqual(numbers(1, 30));
});

test('each write wakes its consumer, which looks at no clock', async () => {
  const { put, follow } = aTable('wake');
  const { invoke, having, got } = collector();
  const follower = follow(invoke);
  for (const sk of numbers(1, 120)) {
    await put(sk);
    await having(sk);
  }
  await follower.stop();
  expect(got).toEqual(numbers(1, 120));
});

test('all that was written while a batch was under way comes in one batch', async () => {
  const { put, follow } = aTable('batch');
  const { invoke, having, batches } = collector();
  const [reached, first] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const follower = follow(async (records) => {
    reached.resolve();
    await first.promise;
    await invoke(records);
  });
  await put(1);
  await reached.promise;
  for (const sk of numbers(2, 9)) await put(sk);
  first.resolve();
  await having(9);
  await follower.stop();
  expect(batches).toEqual([1, 8]);
});

test('what is over is forgotten, and a follower goes on where the last one ended', async () => {
  const { engine, put, follow } = aTable('resume');
  await put(1);
  const first = collector();
  const one = follow(first.invoke);
  await first.having(1);
  await one.stop();
  engine.changes.flush();
  expect(engine.changes.after(0, 10)).toEqual([]);
  await put(2);
  const second = collector();
  const two = follow(second.invoke);
  await second.having(1);
  await two.stop();
  expect([first.got, second.got]).toEqual([[1], [2]]);
});

test('a change whose function did not finish before the end comes again', async () => {
  const { put, follow } = aTable('again');
  await put(1);
  const reached = Promise.withResolvers<void>();
  // Left without `stop`, as by kill -9: the function never answers, so nothing is noted.
  follow(() => {
    reached.resolve();
    return new Promise(() => {});
  });
  await reached.promise;
  const { got, invoke, having } = collector();
  const follower = follow(invoke);
  await having(1);
  await follower.stop();
  expect(got).toEqual([1]);
});

test('a change that keeps failing is given up and those after it come', async () => {
  const { put, follow } = aTable('poison');
  for (const sk of [1, 2, 3]) await put(sk);
  const { got, invoke, having } = collector();
  const givenUp: number[] = [];
  const follower = follow(
    async (records) => {
      if (records.some((record) => keyOf(record) === 2)) throw new Error('poison');
      await invoke(records);
    },
    { onGivenUp: (record) => void givenUp.push(keyOf(record)) },
  );
  await having(2);
  await follower.stop();
  expect({ got, givenUp }).toEqual({ got: [1, 3], givenUp: [2] });
});

test('changes that nobody wants are forgotten once nothing else is written, and reach no function', async () => {
  const { engine, put, follow, settled } = aTable('unwanted', (record) => keyOf(record) > 100);
  const { got, invoke, having } = collector();
  const follower = follow(invoke);
  const all = settled(11);
  await put(101);
  await Promise.all(numbers(1, 10).map(put));
  await Promise.all([all, having(1)]);
  engine.changes.flush();
  expect(engine.changes.after(0, 10)).toEqual([]);
  await follower.stop();
  expect(got).toEqual([101]);
});

test('many changes that nobody wants wake their consumer once', async () => {
  const { put, follow, settled, wakes } = aTable('rarely', () => false);
  const follower = follow(async () => {});
  const all = settled(900);
  await Promise.all(numbers(1, 900).map(put));
  expect(wakes()).toBe(0);
  await all;
  expect(wakes()).toBe(1);
  await follower.stop();
});

test('at its end a follower settles what nobody wants, up to the first change that a function has still to be told of', async () => {
  const { engine, put, follow } = aTable('stopped', (record) => keyOf(record) > 100);
  const reached = Promise.withResolvers<void>();
  const failing = Promise.withResolvers<void>();
  for (const sk of [1, 2, 101, 3]) await put(sk);
  const follower = follow(() => {
    reached.resolve();
    return failing.promise;
  });
  await reached.promise;
  const stopped = follower.stop();
  failing.reject(new Error('the end'));
  await stopped;
  engine.changes.flush();
  expect(engine.changes.after(0, 10).map(({ sk }) => Number(sk))).toEqual([101, 3]);
});
