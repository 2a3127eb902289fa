import { expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { type Delivery, deliver } from '../../../local/stream/deliver.ts';
import { aRecord, sequenceOf } from './records.ts';

/** Delivers records to a function and tells what came of it. */
const delivered = async (
  records: readonly DynamoDBRecord[],
  invoke: Delivery['invoke'],
  { batchSize = 10, triesMax = 3, isOut = (): boolean => false } = {},
) => {
  const done: number[] = [];
  const givenUp: number[] = [];
  const pauses: number[] = [];
  await deliver(records, {
    invoke,
    wasOut: async () => isOut(),
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
  expect(sent).toEqual([
    [1, 2, 3, 4, 5],
    [3, 4, 5],
  ]);
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

test('halving a batch is no try: a record that stands alone has all of its own', async () => {
  const alone: number[] = [];
  const { givenUp } = await delivered(
    records(10),
    async (batch) => {
      if (batch.length === 1) alone.push(sequenceOf(batch[0] as DynamoDBRecord));
      if (batch.some((record) => sequenceOf(record) === 1)) throw new Error('no');
    },
    { triesMax: 4 },
  );
  expect({ givenUp, alone: alone.filter((sequence) => sequence === 1).length }).toEqual({
    givenUp: [1],
    alone: 4,
  });
});

test.each([
  [1, 'throws'],
  [1, 'names it'],
  [7, 'throws'],
  [7, 'names it'],
])(
  'while the database is out of reach %i records wait, however long it takes: the function %s',
  async (count, how) => {
    let left = 500;
    const taken: number[] = [];
    const { givenUp, pauses } = await delivered(
      records(count),
      async (batch) => {
        left -= 1;
        if (left < 0) return void taken.push(...batch.map(sequenceOf));
        if (how === 'throws') throw new Error('out of reach');
        return { batchItemFailures: [{ itemIdentifier: batch[0]?.dynamodb?.SequenceNumber }] };
      },
      { triesMax: 2, isOut: () => left >= 0 },
    );
    expect({ givenUp, taken }).toEqual({ givenUp: [], taken: records(count).map(sequenceOf) });
    expect(Math.max(...pauses)).toBe(5000);
  },
);

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
