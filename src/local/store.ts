import { setTimeout as wait } from 'node:timers/promises';
import { readPolicy } from '../comment/policy.ts';
import { createClient, createSend } from '../storage/dynamodb/send.ts';
import { createStore, type Store } from '../storage/dynamodb/store.ts';
import { clientOptions } from './client-options.ts';

/** The comments' store, opened from outside the functions. Without an endpoint it is AWS's, with the credentials found around. */
export const openStore = (
  endpoint: string | undefined,
  tableName: string,
): { readonly store: Store; readonly close: () => void } => {
  const client = createClient(endpoint === undefined ? {} : clientOptions(endpoint));
  return {
    store: createStore({
      tableName,
      send: createSend(client, { wait, chance: Math.random }),
      report: (event, facts) => console.error(event, facts),
      keepMs: 0,
      now: Date.now,
      parsePolicy: readPolicy,
    }),
    close: () => client.destroy(),
  };
};
