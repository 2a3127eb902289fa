import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { readPolicy } from './api/policy.ts';
import { newCommentId } from './comment/comment-id.ts';
import { type Config, readConfig } from './config.ts';
import { log } from './lambda/log.ts';
import { readChange } from './storage/dynamodb/changes.ts';
import { createClient, createSend } from './storage/dynamodb/send.ts';
import { createStore } from './storage/dynamodb/store.ts';
import { createSecrets } from './tokens/secrets.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 10;

/** Where the parts meet, once per cold start. The clock, chance and the outside world begin here and nowhere else. */
export const createApp = (config: Config = readConfig()) => {
  const now = () => Date.now();
  const endpoint = config.dynamodbEndpoint;
  const client = createClient(endpoint === undefined ? {} : { endpoint });
  const send = createSend(client, { wait, chance: () => Math.random() });
  return {
    baseUrl: config.baseUrl,
    trustedProxies: config.trustedProxies,
    now,
    stopwatch: () => performance.now(),
    newNonce: () => randomBytes(NONCE_BYTES).toString('base64url'),
    /** Sorts by time, as comments' ids do. */
    newBatch: (): string => newCommentId(now(), randomBytes(TAG_BYTES)),
    readChange,
    secrets: createSecrets(config.secret, now),
    store: createStore({
      tableName: config.tableName,
      send,
      report: log,
      keepMs: config.siteCacheS * 1000,
      now,
      parsePolicy: readPolicy,
    }),
  };
};

export type App = ReturnType<typeof createApp>;
