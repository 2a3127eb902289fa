import { type DynamoDBStreamsClient, TrimmedDataAccessException } from '@aws-sdk/client-dynamodb-streams';
import { expect, test } from '@jest/globals';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Checkpoint, Progress } from '../../../local/stream/checkpoint.ts';
import { catchUp } from '../../../local/stream/follow-stream.ts';
import { sequenceOf } from './records.ts';

type FakeShard = {
  readonly parent?: string;
  readonly sequences: readonly number[];
  readonly isClosed?: boolean;
  /** Whether its records are trimmed before they are read. */
  readonly isTrimmed?: boolean;
};

/** A stream as AWS has it, with shards that follow one another; a page holds one record. */
const aStream = (shards: Readonly<Record<string, FakeShard>>) => {
  const page = (iterator: string) => {
    const [name = '', after = ''] = iterator.split('>');
    if (shards[name]?.isTrimmed) throw new TrimmedDataAccessException({ $metadata: {}, message: 'gone' });
    const next = shards[name]?.sequences.find((sequence) => sequence > Number(after));
    if (next !== undefined)
      return { Records: [{ dynamodb: { SequenceNumber: `${next}` } }], NextShardIterator: `${name}>${next}` };
    return { Records: [], NextShardIterator: shards[name]?.isClosed ? undefined : iterator };
  };
  const listed = Object.entries(shards).map(([ShardId, { parent }]) => ({ ShardId, ParentShardId: parent }));
  return {
    send: async ({ input }: { input: Record<string, string> }) => {
      if (input.ShardIterator !== undefined) return page(input.ShardIterator);
      if (input.ShardId !== undefined)
        return { ShardIterator: `${input.ShardId}>${input.SequenceNumber ?? 0}` };
      return { StreamDescription: { Shards: listed } };
    },
  };
};

const aCheckpoint = (kept: Readonly<Record<string, Progress>> = {}) => {
  const all = new Map(Object.entries(kept));
  const checkpoint: Checkpoint = {
    of: (shard) => all.get(shard) ?? {},
    set: (shard, progress) => void all.set(shard, progress),
    keepOnly: (names) => {
      for (const shard of all.keys()) if (!names.includes(shard)) all.delete(shard);
    },
  };
  return { all, checkpoint };
};

const followed = async (
  shards: Readonly<Record<string, FakeShard>>,
  kept: Readonly<Record<string, Progress>> = {},
  isWanted: (record: DynamoDBRecord) => boolean = () => true,
) => {
  const { all, checkpoint } = aCheckpoint(kept);
  const got: number[] = [];
  await catchUp(
    {
      source: { client: aStream(shards) as unknown as DynamoDBStreamsClient, arn: 'arn' },
      checkpoint,
      delivery: {
        batchSize: 10,
        triesMax: 1,
        isWanted,
        wasOut: async () => false,
        invoke: async (records) => void got.push(...records.map(sequenceOf)),
        onGivenUp: () => {},
      },
      onTrouble: () => {},
    },
    new AbortController().signal,
  );
  return { got, kept: Object.fromEntries(all) };
};

test('a shard waits until its parent is over, whatever order they are listed in', async () => {
  const { got, kept } = await followed({
    grandchild: { parent: 'child', sequences: [5] },
    child: { parent: 'first', sequences: [3, 4], isClosed: true },
    first: { parent: 'long gone', sequences: [1, 2], isClosed: true },
  });
  expect(got).toEqual([1, 2, 3, 4, 5]);
  expect(kept).toEqual({ first: { isOver: true }, child: { isOver: true }, grandchild: { after: '5' } });
});

test('a child of a shard that is still open is not read', async () => {
  const { got } = await followed({ child: { parent: 'first', sequences: [2] }, first: { sequences: [1] } });
  expect(got).toEqual([1]);
});

test('a shard that is trimmed while it is read is left for the next look, and holds up no other', async () => {
  const { got, kept } = await followed({
    one: { sequences: [1], isTrimmed: true },
    two: { sequences: [2] },
  });
  expect(got).toEqual([2]);
  expect(kept).toEqual({ two: { after: '2' } });
});

test('a shard is read on from where it was left, one that is over not at all, and one that is gone is forgotten', async () => {
  const { got, kept } = await followed(
    { one: { sequences: [1, 2, 3] }, two: { sequences: [4], isClosed: true } },
    { one: { after: '2' }, two: { isOver: true }, gone: { after: '9' } },
  );
  expect(got).toEqual([3]);
  expect(kept).toEqual({ one: { after: '3' }, two: { isOver: true } });
});

test('what the function does not want is passed over once, and not read again with every look', async () => {
  const { got, kept } = await followed(
    { one: { sequences: [1, 2, 3] } },
    {},
    (record) => sequenceOf(record) === 1,
  );
  expect(got).toEqual([1]);
  expect(kept).toEqual({ one: { after: '3' } });
});
