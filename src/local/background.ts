import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { clientOptions } from './client-options.ts';
import { LOCAL_TABLE } from './functions/environment.ts';
import type { Functions } from './functions/run-functions.ts';
import { runSchedules, schedulesOf } from './schedules/run-schedules.ts';
import type { Stack, StreamSetup } from './stack.ts';
import { openCheckpoint } from './stream/checkpoint.ts';
import { followStream } from './stream/follow-stream.ts';
import { type Swept, sweepExpired } from './sweep-expired.ts';

const SWEEP_MS = 60_000;

type Setup = {
  readonly stack: Stack;
  readonly functions: Functions;
  readonly endpoint: string;
  readonly dataDir: string;
  /** The embedded engine leaves expired items to us. */
  readonly sweeps: boolean;
};

/** Runs what no request asks for: the stream's function, the schedules, the removal of expired items. */
export const startBackground = async (setup: Setup) => {
  const { stack, functions } = setup;
  const client = new DynamoDBClient(clientOptions(setup.endpoint));
  const streams = new DynamoDBStreamsClient(clientOptions(setup.endpoint));
  const follower = await followTable(setup, client, streams);
  const stopSchedules = runSchedules(schedulesOf(stack), ({ functionName, input }) => {
    functions.invoke(functionName, JSON.stringify(input)).then(follower?.wake, () => undefined);
  });
  const stopSweeps = setup.sweeps ? sweepRegularly(client) : () => {};
  return {
    wake: () => follower?.wake(),
    stop: async () => {
      stopSchedules();
      stopSweeps();
      await follower?.stop();
      client.destroy();
      streams.destroy();
    },
  };
};

const followTable = async (
  { stack, functions, dataDir }: Setup,
  client: DynamoDBClient,
  streams: DynamoDBStreamsClient,
) => {
  const target = streamTargetOf(stack);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: LOCAL_TABLE }));
  const arn = Table?.LatestStreamArn;
  if (!target || !arn) return undefined;
  const { name, stream } = target;
  return followStream({
    source: { client: streams, arn },
    checkpoint: openCheckpoint(join(dataDir, 'stream.json'), arn),
    delivery: {
      batchSize: stream.batchSize ?? 100,
      triesMax: stream.maximumRetryAttempts ?? 10,
      invoke: (records) => functions.invoke(name, JSON.stringify({ Records: records })),
      onGivenUp: (record, problem) => {
        const line = `${JSON.stringify({ name, problem, record })}\n`;
        appendFileSync(join(dataDir, 'dead-letters.jsonl'), line, { mode: 0o600 });
        console.error(`${name} gave up on change ${record.eventID}: it is kept in dead-letters.jsonl.`);
      },
    },
    onTrouble: (error) => console.error(`The stream cannot be read now: ${String(error)}`),
  });
};

const streamTargetOf = ({ functions }: Stack): { name: string; stream: StreamSetup } | undefined =>
  Object.entries(functions)
    .flatMap(([name, { events = [] }]) => events.flatMap(({ stream }) => (stream ? [{ name, stream }] : [])))
    .at(0);

const sweepRegularly = (client: DynamoDBClient): (() => void) => {
  let next: Swept['next'];
  const timer = setInterval(async () => {
    try {
      const sweep = { tableName: LOCAL_TABLE, now: Date.now() / 1000, from: next };
      ({ next } = await sweepExpired(client, sweep));
    } catch (error) {
      console.error(`Expired items were not removed this time: ${String(error)}`);
    }
  }, SWEEP_MS);
  return () => clearInterval(timer);
};
