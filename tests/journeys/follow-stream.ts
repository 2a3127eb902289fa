import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { clientOptions } from '../../src/local/client-options.ts';
import { toEventRecord } from '../../src/local/stream/event-record.ts';
import { listShards, readShard } from '../../src/local/stream/read-shards.ts';
import { type House, invoke } from './with-house.ts';

/** Records Lambda would bring at once. */
const BATCH = 100;

/** Everything the table's stream holds, oldest first, as Lambda would hand it over. */
export const streamOf = async ({ client, engine, tableName }: House): Promise<readonly DynamoDBRecord[]> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const streams = new DynamoDBStreamsClient(clientOptions(engine));
  const source = { client: streams, arn: Table?.LatestStreamArn ?? '' };
  const records: DynamoDBRecord[] = [];
  for (const { ShardId = '' } of await listShards(source))
    for await (const page of readShard(source, ShardId, {}))
      records.push(...page.map((record) => onTestTime(toEventRecord(record, source.arn))));
  streams.destroy();
  return records;
};

/** The engine has the machine's clock; what changed a comment's status says when that was by the test's. */
const onTestTime = ({ dynamodb = {}, ...record }: DynamoDBRecord): DynamoDBRecord => {
  const since = Number((dynamodb.NewImage ?? dynamodb.OldImage)?.since?.N);
  return {
    ...record,
    dynamodb: { ...dynamodb, ...(since > 0 ? { ApproximateCreationDateTime: since / 1000 } : {}) },
  };
};

/**
 * Brings the whole stream to follow-changes, from its beginning every time: what was counted before must not count
 * again. Returns the records it wants once more.
 */
export const follow = async (house: House): Promise<readonly string[]> => {
  const records = await streamOf(house);
  const failures: string[] = [];
  for (let at = 0; at < records.length; at += BATCH)
    failures.push(...(await deliver(records.slice(at, at + BATCH))));
  return failures;
};

export const deliver = async (records: readonly DynamoDBRecord[]): Promise<readonly string[]> => {
  const { batchItemFailures }: DynamoDBBatchResponse = await invoke('follow-changes', { Records: records });
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};
