import {
  CreateTableCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { clientOptions } from './client-options.ts';
import { tableDefinition } from './local-database.ts';
import { readStack } from './stack.ts';

const ACTIVE_S = 60;

/**
 * Creates the table as `serverless.yml` defines it, with its indexes, stream and expiry; leaves one that exists alone.
 * @throws when the file defines no table, or the engine refuses.
 */
export const createTable = async (endpoint: string, tableName: string): Promise<void> => {
  const { expiry, ...definition } = tableDefinition(readStack());
  const client = createClient(clientOptions(endpoint));
  try {
    await client.send(new CreateTableCommand({ ...definition, TableName: tableName }));
    await waitUntilTableExists({ client, maxWaitTime: ACTIVE_S, minDelay: 1 }, { TableName: tableName });
    await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification: expiry }));
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw new Error(
      `The table cannot be made at ${endpoint}: ${String(error)}. Does a database answer there?`,
      {
        cause: error,
      },
    );
  } finally {
    client.destroy();
  }
};
