import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  type UpdateTimeToLiveCommandInput,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { clientOptions } from './client-options.ts';
import { tableDefinition } from './local-database.ts';
import { readStack } from './stack.ts';

const ACTIVE_S = 60;

/**
 * Creates the table as `serverless.yml` defines it, with its indexes, stream and expiry. One that exists is left as it is, but for its
 * expiry: whoever made it may have been killed before that was set.
 * @throws when the file defines no table, or the engine refuses.
 */
export const createTable = (endpoint: string, tableName: string): Promise<void> =>
  withClient(endpoint, 'made', async (client) => {
    const { expiry, ...definition } = tableDefinition(readStack());
    try {
      await client.send(new CreateTableCommand({ ...definition, TableName: tableName }));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    await waitUntilTableExists({ client, maxWaitTime: ACTIVE_S, minDelay: 1 }, { TableName: tableName });
    await setExpiry(client, { TableName: tableName, TimeToLiveSpecification: expiry });
  });

const setExpiry = async (client: DynamoDBClient, wanted: UpdateTimeToLiveCommandInput): Promise<void> => {
  if (await expires(client, wanted)) return;
  try {
    await client.send(new UpdateTimeToLiveCommand(wanted));
  } catch (error) {
    // Of two starts at once the second is refused.
    if (!(await expires(client, wanted))) throw error;
  }
};

/** Looks whether the table is there, and makes none. @throws with a sentence for the operator */
export const checkTable = (endpoint: string, tableName: string): Promise<void> =>
  withClient(endpoint, 'read', async (client) => {
    await client.send(new DescribeTableCommand({ TableName: tableName })).catch((error) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
      throw new MissingTable(
        `${endpoint} holds no table ${tableName}: set DYNAMODB_ENDPOINT to a server's database, or run npm start to make one.`,
      );
    });
  });

class MissingTable extends Error {}

const expires = async (
  client: DynamoDBClient,
  { TableName }: UpdateTimeToLiveCommandInput,
): Promise<boolean> => {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  return /^ENABL/.test(TimeToLiveDescription?.TimeToLiveStatus ?? '');
};

const withClient = async (
  endpoint: string,
  what: 'made' | 'read',
  use: (client: DynamoDBClient) => Promise<void>,
): Promise<void> => {
  const client = createClient(clientOptions(endpoint));
  try {
    await use(client);
  } catch (error) {
    if (error instanceof MissingTable) throw error;
    throw new Error(
      `The table cannot be ${what} at ${endpoint}: ${String(error)}. Does a database answer there?`,
      {
        cause: error,
      },
    );
  } finally {
    client.destroy();
  }
};
