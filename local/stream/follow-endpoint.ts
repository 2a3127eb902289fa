import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { clientOptions } from '../client-options.ts';
import { LOCAL_TABLE } from '../functions/environment.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { FollowedDelivery } from './deliver.ts';
import type { Follower } from './follow-changes.ts';
import { followStream } from './follow-stream.ts';

type Setup = {
  readonly endpoint: string;
  readonly dataDir: string;
  readonly delivery: FollowedDelivery;
  readonly onTrouble: (error: unknown) => void;
};

/** Follows the table's stream at DYNAMODB_ENDPOINT, if it has one. The checkpoint is kept in `stream.json`. */
export const followEndpoint = async ({ endpoint, dataDir, ...rest }: Setup): Promise<Follower> => {
  const client = new DynamoDBClient(clientOptions(endpoint));
  const { Table } = await client.send(new DescribeTableCommand({ TableName: LOCAL_TABLE }));
  client.destroy();
  const arn = Table?.LatestStreamArn;
  if (arn === undefined) return { wake: () => {}, stop: async () => {} };
  const streams = new DynamoDBStreamsClient(clientOptions(endpoint));
  const follower = followStream({
    source: { client: streams, arn },
    checkpoint: openCheckpoint(join(dataDir, 'stream.json'), arn),
    ...rest,
  });
  return {
    wake: follower.wake,
    stop: async () => {
      await follower.stop();
      streams.destroy();
    },
  };
};
