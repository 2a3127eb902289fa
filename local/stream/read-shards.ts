import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { Progress } from './checkpoint.ts';

export type Source = { readonly client: DynamoDBStreamsClient; readonly arn: string };

/** All shards of a stream that still hold records. */
export const listShards = async ({ client, arn }: Source): Promise<readonly Shard[]> => {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: arn, ExclusiveStartShardId: last }),
    );
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
  return shards;
};

/**
 * Pages through a shard's records after `progress`, until there are none for now.
 * @returns whether the shard has ended and will never hold another record
 */
export async function* readShard(
  { client, arn }: Source,
  shard: string,
  progress: Progress,
): AsyncGenerator<readonly StreamRecord[], boolean> {
  let iterator = await iteratorAt({ client, arn }, shard, progress);
  while (iterator !== undefined) {
    const page = await recordsAt(client, iterator);
    if (!page) return false;
    const { Records = [], NextShardIterator } = page;
    if (Records.length > 0) yield Records;
    else if (NextShardIterator !== undefined) return false;
    iterator = NextShardIterator;
  }
  return true;
}

/** Undefined when the records were trimmed since the iterator was made; the next poll starts at the oldest record left. */
const recordsAt = async (client: DynamoDBStreamsClient, iterator: string) => {
  try {
    return await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
  } catch (error) {
    if (error instanceof TrimmedDataAccessException) return undefined;
    throw error;
  }
};

/** Records older than a day are trimmed; when `after` is one of them, reading starts at the oldest record left. */
const iteratorAt = async (
  { client, arn }: Source,
  shard: string,
  { after }: Progress,
): Promise<string | undefined> => {
  const start = { StreamArn: arn, ShardId: shard };
  const atOldest = new GetShardIteratorCommand({ ...start, ShardIteratorType: 'TRIM_HORIZON' });
  if (after === undefined) return (await client.send(atOldest)).ShardIterator;
  try {
    const afterLast = new GetShardIteratorCommand({
      ...start,
      ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
      SequenceNumber: after,
    });
    return (await client.send(afterLast)).ShardIterator;
  } catch (error) {
    if (!(error instanceof TrimmedDataAccessException)) throw error;
    return (await client.send(atOldest)).ShardIterator;
  }
};
