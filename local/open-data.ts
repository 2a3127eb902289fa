import type { Client } from '../src/app.ts';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { clientOptions } from './client-options.ts';
import { checkTable, createTable } from './create-table.ts';
import { noteNewFolder } from './demo/seed/progress.ts';
import { LOCAL_TABLE } from './functions/environment.ts';
import { checkIsThere, isWithoutDatabase, localDatabase } from './local-database.ts';
import { lock } from './lock.ts';
import { openUpgraded } from './open-upgraded.ts';
import { findRunning } from './running.ts';
import { readSecret } from './secret.ts';
import type { Settings } from './settings.ts';

/** The local data as a command reaches them: the embedded engine, or an endpoint's client. */
export type Data = { readonly client: Client; readonly tableName: string; readonly close: () => void };

/**
 * Opens the local data for a command: at DYNAMODB_ENDPOINT or the running server's endpoint, else the data folder, with or without a server.
 * @param makes whether they are made where there are none: a data folder then says so on the error stream, and gets the demo at its first start
 * as without the command. Otherwise nothing is made.
 * @throws when there are none, a server is just starting on the same folder, the database cannot be opened, or its secret is missing
 */
export const openData = async (settings: Settings, { makes = false } = {}): Promise<Data> => {
  const { dataDir, dynamodbEndpoint } = settings;
  const running = findRunning(dataDir);
  const endpoint = dynamodbEndpoint ?? running?.endpoint;
  if (endpoint !== undefined) {
    await (makes ? createTable : checkTable)(endpoint, LOCAL_TABLE);
    const client = createClient(clientOptions(endpoint));
    return { client, tableName: LOCAL_TABLE, close: () => client.destroy() };
  }
  if (!makes) checkIsThere(dataDir);
  const unlock = running ? () => {} : lock(dataDir);
  if (isWithoutDatabase(dataDir)) await tellOfNew(settings);
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

const tellOfNew = async ({ dataDir, demo }: Settings): Promise<void> => {
  if (demo !== 'off') await noteNewFolder(dataDir, Date.now());
  console.error(`${dataDir} is a new data folder. If it should have been another, set DATA_DIR to that.`);
};
