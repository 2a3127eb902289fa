import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { LOCAL_TABLE } from './functions/environment.ts';
import { readStack, type Stack } from './stack.ts';

/** Where the embedded database of a data folder is, and what is in it. */
export const localDatabase = (dataDir: string, stack = readStack()) => ({
  file: join(dataDir, 'comments.db'),
  tableName: LOCAL_TABLE,
  definition: tableDefinition(stack),
});

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
