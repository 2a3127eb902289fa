import type { Client } from '../src/app.ts';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { clientOptions } from './client-options.ts';
import { createTable } from './create-table.ts';
import { LOCAL_TABLE } from './functions/environment.ts';
import { localDatabase } from './local-database.ts';
import { lock } from './lock.ts';
import { openUpgraded } from './open-upgraded.ts';
import { findRunning } from './running.ts';
import { readSecret } from './secret.ts';
import type { Settings } from './settings.ts';

/** The local data as a command reaches them: the embedded engine, or an endpoint's client. */
export type Data = { readonly client: Client; readonly tableName: string; readonly close: () => void };

/**
 * Opens the local data for a command: at DYNAMODB_ENDPOINT or the running server's endpoint, else the data folder, with or without a server.
 * @throws when a server is just starting on the same folder, the database cannot be opened, or its secret is missing
 */
export const openData = async ({ dataDir, dynamodbEndpoint }: Settings): Promise<Data> => {
  const running = findRunning(dataDir);
  const endpoint = dynamodbEndpoint ?? running?.endpoint;
  if (endpoint !== undefined) {
    await createTable(endpoint, LOCAL_TABLE);
    const client = createClient(clientOptions(endpoint));
    return { client, tableName: LOCAL_TABLE, close: () => client.destroy() };
  }
  const unlock = running ? () => {} : lock(dataDir);
  await readSecret(dataDir);
  const engine = openUpgraded(localDatabase(dataDir));
  return {
    client: engine,
    tableName: LOCAL_TABLE,
    close: () => {
      engine.close();
      unlock();
    },
  };
};
