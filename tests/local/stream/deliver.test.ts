import { expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { type Delivery, deliver } from '../../../src/local/stream/deliver.ts';
import { aRecord, sequenceOf } from './records.ts';

/** Delivers records to a function and tells what came of it. */
const delivered = async (
  records: readonly DynamoDBRecord[],
  invoke: Delivery['invoke'],
  { batchSize = 10, triesMax = 3 } = {},
) => {
  const done: number[] = [];
  const givenUp: number[] = [];
  const pauses: number[] = [];
  await deliver(records, {
    invoke,
    batchSize,
    triesMax,
    onDone: (record) => void done.push(sequenceOf(record)),
    onGivenUp: (record) => givenUp.push(sequenceOf(record)),
    wait: async (ms) => pauses.push(ms),
  });
  return { done, givenUp, pauses };
};
const records = (count: number) => Array.from({ length: count }, (_, at) => aRecord(at + 1));

/** A function that never takes some records, and says so or throws. */
const refusing =
  (poison: ReadonlySet<number>, taken: number[], names: boolean): Delivery['invoke'] =>
  async (batch) => {
    const failed = batch.filter((record) => poison.has(sequenceOf(record)));
    if (failed.length > 0 && !names) throw new Error('no');
    taken.push(...batch.filter((record) => !poison.has(sequenceOf(record))).map(sequenceOf));
    return {
      batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber })),
    };
  };

test('every record is taken in order or given up, whatever fails and whether it is named', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 25 }),
      fc.boolean(),
      async (count, bad, batchSize, names) => {
        const poison = new Set(bad.filter((sequence) => sequence <= count));
        const taken: number[] = [];
        const { givenUp, done } = await delivered(records(count), refusing(poison, taken, names), {
          batchSize,
        });
        expect(new Set(givenUp)).toEqual(poison);
        expect(givenUp).toEqual(givenUp.toSorted((a, b) => a - b));
        expect(new Set([...taken, ...givenUp]).size).toBe(count);
        expect(done).toEqual(done.toSorted((a, b) => a - b));
        expect(done.at(-1) ?? 0).toBe(count);
      },
    ),
  );
});

test('a batch holds no more than the size of a batch', async () => {
  const sizes: number[] = [];
  await delivered(records(25), async (batch) => sizes.push(batch.length) && null);
  expect(sizes).toEqual([10, 10, 5]);
});

test('what was taken before the first failure is not sent again', async () => {
  const sent: number[][] = [];
  let isWell = false;
  await delivered(records(5), async (batch) => {
    sent.push(batch.map(sequenceOf));
    if (isWell) return { batchItemFailures: [] };
    isWell = true;
    return { batchItemFailures: [4, 3].map((at) => ({ itemIdentifier: String(at).padStart(21, '0') })) };
  });
  expect(sent).toEqual([[1, 2, 3, 4, 5], [3, 4], [5]]);
});

test('a failure that names no record of the batch fails the whole batch', async () => {
  const { givenUp } = await delivered(
    records(2),
    async () => ({ batchItemFailures: [{ itemIdentifier: '' }] }),
    {
      triesMax: 2,
    },
  );
  expect(givenUp).toEqual([1, 2]);
});

test('pauses grow between tries and stay within five seconds', async () => {
  const { pauses } = await delivered(records(1), async () => Promise.reject(new Error('no')), {
    triesMax: 10,
  });
  expect(pauses).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000]);
});

test('a function that recovers loses nothing', async () => {
  let failures = 5;
  const taken: number[] = [];
  const { givenUp } = await delivered(
    records(3),
    async (batch) => {
      failures -= 1;
      if (failures > 0) throw new Error('the database is away');
      taken.push(...batch.map(sequenceOf));
    },
    { triesMax: 10 },
  );
  expect({ givenUp, taken }).toEqual({ givenUp: [], taken: [1, 2, 3] });
});
