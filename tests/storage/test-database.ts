import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { clientOptions } from '../../local/client-options.ts';
import { type Engine, openEngine } from '../../local/engine/engine.ts';
import { tableDefinition } from '../../local/local-database.ts';
import { readStack, streamOf } from '../../local/stack.ts';
import { changeToRecord } from '../../local/stream/event-record.ts';
import { listShards, readShard } from '../../local/stream/read-shards.ts';
import { toEventRecord } from '../../local/stream/stream-record.ts';
import type { Client } from '../../src/app.ts';
import { createClient } from '../../src/storage/dynamodb/client.ts';

/** A table of the stack's definition, empty, on the database that tests run on. */
export type TestDatabase = {
  readonly client: Client;
  /** All changes of the table so far, in the order of each item's, as Lambda would get them. */
  readonly records: () => Promise<readonly DynamoDBRecord[]>;
  readonly close: () => Promise<void>;
};

/** The address of DynamoDB Local, when tests run on it; read before any test sets the variable for functions. */
export const REFERENCE = process.env.DYNAMODB_ENDPOINT;

const TIMEOUT_MS = 60_000;

/** Milliseconds that the embedded engine may be late with a command, and again with its answer: so that some overtake others. */
const LATE_MS = Number(process.env.DATABASE_LATE_MS ?? 0);

/** Opens DynamoDB Local where the tests run on it, and the embedded engine, in memory, otherwise. */
export const openTestDatabase = async (tableName: string): Promise<TestDatabase> =>
  REFERENCE ? openReference(REFERENCE, tableName) : openEmbedded(tableName);

const stack = readStack();
/** What reads the table's stream, as `serverless.yml` has it. */
export const streamSetup = streamOf(stack)?.stream;

/** The embedded engine with the table of `serverless.yml`, in memory. */
export const openTestEngine = (tableName: string): Engine =>
  openEngine({ tableName, definition: tableDefinition(stack) });

const openEmbedded = (tableName: string): TestDatabase => {
  const engine = openTestEngine(tableName);
  return {
    client: LATE_MS > 0 ? late(engine) : engine,
    records: async () =>
      engine.changes
        .after(0, Number.MAX_SAFE_INTEGER)
        .map((change) => changeToRecord(change, engine.changes.stream)),
    close: async () => engine.close(),
  };
};

const late = (engine: Engine): Client => {
  const wait = () => sleep(LATE_MS * Math.random());
  const send = async (command: never) => {
    await wait();
    const answer = await engine.send(command);
    await wait();
    return answer;
  };
  return { send } as Client;
};

/** Without expiry: tests live in a past whose items the database would take for expired. */
const openReference = async (endpoint: string, tableName: string): Promise<TestDatabase> => {
  const { expiry: _, ...definition } = tableDefinition(stack);
  const client = unhurriedClient(endpoint);
  await client.send(new CreateTableCommand({ ...definition, TableName: tableName }));
  return {
    client,
    records: () => recordsOf(endpoint, client, tableName),
    close: async () => {
      await client.send(new DeleteTableCommand({ TableName: tableName }));
      client.destroy();
    },
  };
};

/** The functions' client, which waits for as long as a busy machine takes. */
export const unhurriedClient = (endpoint: string): DynamoDBClient =>
  createClient(clientOptions(endpoint), { connectMs: TIMEOUT_MS, answerMs: TIMEOUT_MS });

const recordsOf = async (
  endpoint: string,
  client: DynamoDBClient,
  TableName: string,
): Promise<readonly DynamoDBRecord[]> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const source = {
    client: new DynamoDBStreamsClient(clientOptions(endpoint)),
    arn: Table?.LatestStreamArn ?? '',
  };
  try {
    const records: DynamoDBRecord[] = [];
    for (const { ShardId = '' } of await listShards(source)) {
      const pages = readShard(source, ShardId, {});
      for (let page = await pages.next(); !page.done; page = await pages.next())
        records.push(...page.value.map((record) => toEventRecord(record, source.arn)));
    }
    return records;
  } finally {
    source.client.destroy();
  }
};
