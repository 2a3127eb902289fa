import { clientOptions } from '../local/client-options.ts';
import { readSettings } from '../local/settings.ts';
import { type Client, provideClient } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { type Config, environment } from '../src/config.ts';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { WrongArguments } from '../tools/command.ts';

/** A database's client, and a function that closes it. */
type Database = { readonly client: Client; readonly tableName: string; readonly close: () => void };

/** A command answers no request: it has no address and no secret, and reads a site anew each time. */
const noRequests = {
  baseUrl: '',
  secret: undefined,
  trustedProxies: [],
  siteCacheS: 0,
  signIn: { issuer: '', memberIssuer: '', clientId: '', scope: '', tokenUse: 'access', origins: [] },
  dynamodbEndpoint: undefined,
} satisfies Partial<Config>;

/**
 * Opens an app on a table for a command, and closes its database when the command has used it.
 * @param tableName a table in AWS, with the credentials found around, or behind DYNAMODB_ENDPOINT; without a name it is the
 * local server's table.
 * @param how `makes`: whether the local server's data are made where there are none
 * @throws {WrongArguments} when there is no such table
 * @throws with a sentence for the operator when the database cannot be reached
 */
export const withAppOn = async <App, T>(
  tableName: string | undefined,
  open: (config: Config) => App,
  use: (app: App) => Promise<T>,
  how: { readonly makes?: boolean } = {},
): Promise<T> => {
  const database = tableName === undefined ? await openLocalData(how) : connectTo(tableName);
  provideClient(() => database.client);
  try {
    return await use(open({ ...noRequests, tableName: database.tableName }));
  } catch (error) {
    throw explained(error, database.tableName);
  } finally {
    database.close();
  }
};

const explained = (error: unknown, tableName: string): unknown => {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (name === 'ResourceNotFoundException')
    return new WrongArguments(`--table ${tableName} names no table there`, { cause: error });
  // A reader's sentence. Without a cause the table did answer.
  if (error instanceof Refusal && error.code === 'storage-unavailable' && error.cause instanceof Error)
    return new Error(`The table ${tableName} cannot be reached: ${error.cause.message}`, { cause: error });
  // As the SDK says it, when it looks for the first time.
  if (message !== 'Region is missing') return error;
  return new Error(
    'No region is known: set AWS_REGION to that of the table, or AWS_PROFILE to a profile that has one.',
    { cause: error },
  );
};

const connectTo = (tableName: string): Database => {
  const { DYNAMODB_ENDPOINT } = environment();
  const { dynamodbEndpoint: endpoint } = readSettings({ DYNAMODB_ENDPOINT });
  const client = createClient(endpoint === undefined ? {} : clientOptions(endpoint));
  return { client, tableName, close: () => client.destroy() };
};

/** The local server's code is loaded only here, since it needs packages that a deployment does without. */
const openLocalData = async (how: { readonly makes?: boolean }): Promise<Database> => {
  const settings = readSettings(environment());
  const { openData } = await import('../local/open-data.ts').catch(explainMissing);
  return openData(settings, how);
};

const explainMissing = (error: unknown): never => {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  throw new Error(
    "Without --table it is the local server's table, and that needs the development dependencies: run npm ci, or name a table.",
    { cause: error },
  );
};
