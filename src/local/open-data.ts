import { join } from 'node:path';
import { createTable } from './create-table.ts';
import { startEngine } from './engine.ts';
import { LOCAL_TABLE } from './functions/environment.ts';
import { lock } from './lock.ts';
import { findRunning } from './running.ts';
import type { Settings } from './settings.ts';

export type Data = { readonly endpoint: string; readonly close: () => Promise<void> };

export const databaseFile = (dataDir: string) => join(dataDir, 'comments.db');

/**
 * Opens the local data for a command: through the running server's engine, the one DYNAMODB_ENDPOINT names, or one of its own.
 * @throws when a server is just starting on the same folder.
 */
export const openData = async ({ dataDir, dynamodbEndpoint }: Settings): Promise<Data> => {
  const endpoint = dynamodbEndpoint ?? findRunning(dataDir)?.endpoint;
  if (endpoint !== undefined) {
    await createTable(endpoint, LOCAL_TABLE);
    return { endpoint, close: async () => {} };
  }
  const unlock = await lock(dataDir);
  const engine = await startEngine(databaseFile(dataDir));
  await createTable(engine.endpoint, LOCAL_TABLE);
  return {
    endpoint: engine.endpoint,
    close: async () => {
      await engine.stop();
      unlock();
    },
  };
};
