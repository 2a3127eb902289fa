import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { sizeOf } from './engine/file/read-piece.ts';
import { LOCAL_TABLE } from './functions/environment.ts';
import { readStack, type Stack } from './stack.ts';

/** The embedded database of a data folder. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'comments.db');

/** For commands that need an existing database: with a new one they would report nothing to do. @throws with a sentence for the operator */
export const checkIsThere = (dataDir: string): void => {
  if (existsSync(databaseIn(dataDir))) return;
  throw new Error(
    `${dataDir} holds no database: set DATA_DIR to the data folder of a server, or run npm start to make one.`,
  );
};

/** Whether a data folder's database is missing or empty. */
export const isWithoutDatabase = (dataDir: string): boolean => sizeOf(databaseIn(dataDir)) === 0;

/** Where the embedded database of a data folder is, and what is in it. */
export const localDatabase = (dataDir: string, stack = readStack()) => ({
  file: databaseIn(dataDir),
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
