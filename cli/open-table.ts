import { clientOptions } from '../local/client-options.ts';
import { readSettings } from '../local/settings.ts';
import { type Client, moderatorsApp, provideClient } from '../src/app.ts';
import { type Config, environment } from '../src/config.ts';
import { createClient } from '../src/storage/dynamodb/client.ts';

export type OpenedTable = {
  readonly store: ReturnType<typeof moderatorsApp>['store'];
  readonly close: () => void;
};

/** A command answers no request: it has no address, no secret, and reads a site anew each time. */
const noRequests = {
  baseUrl: '',
  secret: undefined,
  trustedProxies: [],
  siteCacheS: 0,
  dynamodbEndpoint: undefined,
} satisfies Partial<Config>;

/**
 * Opens the store of a command.
 * @param tableName a table in AWS, with the credentials found around, or behind DYNAMODB_ENDPOINT; without a name it is the
 * local server's table.
 * @throws with a sentence for the operator
 */
export const openTable = async (tableName: string | undefined): Promise<OpenedTable> => {
  const data = tableName === undefined ? await openLocalData() : await connectTo(tableName);
  provideClient(() => data.client);
  const { store } = moderatorsApp({ ...noRequests, tableName: data.tableName });
  return { store, close: data.close };
};

type Data = { readonly client: Client; readonly tableName: string; readonly close: () => void };

const connectTo = async (tableName: string): Promise<Data> => {
  const { DYNAMODB_ENDPOINT } = environment();
  const { dynamodbEndpoint: endpoint } = readSettings({ DYNAMODB_ENDPOINT });
  const client = createClient(endpoint === undefined ? {} : clientOptions(endpoint));
  return { client, tableName, close: () => client.destroy() };
};

/** The local server's code is loaded only here, since it needs packages that a deployment does without. */
const openLocalData = async (): Promise<Data> => {
  const settings = readSettings(environment());
  const { openData } = await import('../local/open-data.ts').catch(explainMissing);
  return openData(settings);
};

const explainMissing = (error: unknown): never => {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  throw new Error(
    "Without --table it is the local server's table, and that needs the development dependencies: run npm ci, or name a table.",
    { cause: error },
  );
};
