import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import { clientOptions } from '../../local/client-options.ts';
import { createTable } from '../../local/create-table.ts';
import { openCheckpoint } from '../../local/stream/checkpoint.ts';
import type { Delivery } from '../../local/stream/deliver.ts';
import type { Follower } from '../../local/stream/follow-changes.ts';
import { followStream } from '../../local/stream/follow-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'palabre-stream-'));
const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
let client: DynamoDBClient;
let streams: DynamoDBStreamsClient;
beforeAll(async () => {
  client = new DynamoDBClient(clientOptions(endpoint));
  streams = new DynamoDBStreamsClient(clientOptions(endpoint));
});
afterAll(async () => {
  client.destroy();
  streams.destroy();
  rmSync(folder, { recursive: true });
});

/** A table of its own, with what a follower of it got so far. */
const aTable = async (kind: string) => {
  const name = `${kind}-${randomUUID()}`;
  await createTable(endpoint, name);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const arn = Table?.LatestStreamArn ?? '';
  const put = (sk: number) =>
    client.send(new PutItemCommand({ TableName: name, Item: { pk: { S: 'a' }, sk: { S: String(sk) } } }));
  const follow = (
    invoke: Delivery['invoke'],
    { onGivenUp = () => {}, pollMs }: { onGivenUp?: Delivery['onGivenUp']; pollMs?: number } = {},
  ): Follower =>
    followStream({
      ...(pollMs === undefined ? {} : { pollMs }),
      source: { client: streams, arn },
      checkpoint: openCheckpoint(join(folder, name), arn),
      delivery: {
        invoke,
        batchSize: 10,
        triesMax: 3,
        isWanted: () => true,
        wasOut: async () => false,
        onGivenUp,
      },
      onTrouble: (error) => {
        throw error;
      },
    });
  return { put, follow };
};
const keyOf = ({ dynamodb }: DynamoDBRecord) => Number(dynamodb?.Keys?.sk?.S);

/** A function that keeps what it gets, and a promise of having some count. */
const collector = () => {
  const got: number[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  return {
    got,
    invoke: async (records: readonly DynamoDBRecord[]) => {
      got.push(...records.map(keyOf));
      for (const { count, resolve } of waiting) if (got.length >= count) resolve();
    },
    having: (count: number) =>
      new Promise<void>((resolve) => {
        if (got.length >= count) resolve();
        waiting.push({ count, resolve });
      }),
  };
};
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('changes come in order, those from before the start first', async () => {
  const { put, follow } = await aTable('order');
  for (const sk of numbers(1, 25)) await put(sk);
  const { got, invoke, having } = collector();
  const follower = follow(invoke);
  await having(25);
  for (const sk of numbers(26, 30)) await put(sk);
  follower.wake();
  await having(30);
  await follower.stop();
  expect(got).toEqual(numbers(1, 30));
});

test('a woken follower waits for no next look', async () => {
  const { put, follow } = await aTable('wake');
  const { invoke, having } = collector();
  const follower = follow(invoke, { pollMs: 24 * 3600 * 1000 });
  for (const sk of numbers(1, 120)) {
    await put(sk);
    follower.wake();
    await having(sk);
  }
  await follower.stop();
});

test('a change nobody announces comes with the next look', async () => {
  const { put, follow } = await aTable('poll');
  const { invoke, having } = collector();
  const follower = follow(invoke);
  await put(1);
  await having(1);
  await put(2);
  await having(2);
  await follower.stop();
});

test('a follower goes on where the last one ended', async () => {
  const { put, follow } = await aTable('resume');
  await put(1);
  const first = collector();
  const one = follow(first.invoke);
  await first.having(1);
  await one.stop();
  await put(2);
  const second = collector();
  const two = follow(second.invoke);
  await second.having(1);
  await two.stop();
  expect([first.got, second.got]).toEqual([[1], [2]]);
});

test('a change whose function did not finish before the end comes again', async () => {
  const { put, follow } = await aTable('again');
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
  const { put, follow } = await aTable('poison');
  for (const sk of [1, 2, 3]) await put(sk);
  const { got, invoke, having } = collector();
  const givenUp: number[] = [];
  const follower = follow(
    async (records) => {
      if (records.some((record) => keyOf(record) === 2)) throw new Error('poison');
      await invoke(records);
    },
    { onGivenUp: (record) => givenUp.push(keyOf(record)) },
  );
  await having(2);
  await follower.stop();
  expect({ got, givenUp }).toEqual({ got: [1, 3], givenUp: [2] });
});
