import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { clientOptions } from './client-options.ts';
import { readStack, type Stack } from './stack.ts';

const ACTIVE_S = 60;

/**
 * Creates the table as `serverless.yml` defines it, with its indexes, stream and expiry; leaves one that exists alone.
 * @throws when the file defines no table, or the engine refuses.
 */
export const createTable = async (endpoint: string, tableName: string): Promise<void> => {
  const { expiry, ...definition } = tableDefinition(readStack());
  const client = new DynamoDBClient(clientOptions(endpoint));
  try {
    await client.send(new CreateTableCommand({ ...definition, TableName: tableName }));
    await waitUntilTableExists({ client, maxWaitTime: ACTIVE_S, minDelay: 1 }, { TableName: tableName });
    await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification: expiry }));
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw new Error(`The table cannot be made at ${endpoint}: ${String(error)}`, { cause: error });
  } finally {
    client.destroy();
  }
};

/** The table's definition, in the words of `CreateTable`. */
export const tableDefinition = ({ resources }: Stack) => {
  const table = Object.values(resources.Resources).find(({ Type }) => Type === 'AWS::DynamoDB::Table');
  if (!table) throw new Error('serverless.yml defines no table.');
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode, StreamSpecification } =
    table.Properties as unknown as CreateTableCommandInput;
  return {
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes,
    BillingMode,
    StreamSpecification: { ...StreamSpecification, StreamEnabled: true },
    expiry: table.Properties.TimeToLiveSpecification as { AttributeName: string; Enabled: boolean },
  };
};
