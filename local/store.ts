import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '../src/app.ts';
import { readPolicy } from '../src/comment/policy.ts';
import { createClient } from '../src/storage/dynamodb/client.ts';
import { createSend } from '../src/storage/dynamodb/send.ts';
import { createStore, type Store } from '../src/storage/dynamodb/store.ts';
import { clientOptions } from './client-options.ts';
import { LOCAL_TABLE } from './functions/environment.ts';

/**
 * The comments' store, opened from outside the functions.
 * @param database the embedded engine, or an endpoint; without either it is AWS's, with the credentials found around.
 */
export const openStore = (
  database: Client | string | undefined,
  tableName = LOCAL_TABLE,
): { readonly store: Store; readonly close: () => void } => {
  const own = typeof database === 'object' ? undefined : createClient(optionsOf(database));
  const client = own ?? (database as Client);
  return {
    store: createStore({
      tableName,
      send: createSend(client, { wait, chance: Math.random }),
      report: (event, facts) => console.error(event, facts),
      keepMs: 0,
      now: Date.now,
      parsePolicy: readPolicy,
    }),
    close: () => own?.destroy(),
  };
};

const optionsOf = (endpoint: string | undefined) => (endpoint === undefined ? {} : clientOptions(endpoint));
