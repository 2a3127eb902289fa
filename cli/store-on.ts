import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '../src/app.ts';
import { readPolicy } from '../src/comment/policies/stored-policy.ts';
import { createSend } from '../src/storage/dynamodb/send.ts';
import { createStore, type Store } from '../src/storage/dynamodb/store.ts';

/** The whole store, for commands that repair what several functions write. It caches nothing. */
export const storeOn = (client: Client, tableName: string): Store =>
  createStore({
    tableName,
    send: createSend(client, { wait, random: Math.random }),
    report: (event, facts) => console.error(event, facts),
    ttlMs: 0,
    now: Date.now,
    parsePolicy: readPolicy,
  });
