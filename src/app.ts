import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type BrowserFiles, EMBED_FILES, MODERATION_FILES, shippedBrowserFiles } from './browser-files.ts';
import { newCommentId, TAG_BYTES } from './comment/comment-id.ts';
import { readPolicy } from './comment/policies/stored-policy.ts';
import { type Config, readConfig } from './config.ts';
import { log } from './lambda/logs/log.ts';
import { shippedModel } from './screening/filter/model/shipped-model.ts';
import { readRecord } from './storage/dynamodb/changes.ts';
import { createClient } from './storage/dynamodb/client.ts';
import {
  appealsStore,
  editsStore,
  ownDataStore,
  receiptStore,
} from './storage/dynamodb/receipts/receipt-stores.ts';
import { createSend } from './storage/dynamodb/send.ts';
import {
  authorsStore,
  bansStore,
  feedsStore,
  formsStore,
  listsStore,
  maintenanceStore,
  moderatorsStore,
  openStore,
  policyStore,
  previewStore,
  readersStore,
  recordsStore,
  repairStore,
  reportersStore,
  reportsStore,
  rosterStore,
  streamStore,
  surgesStore,
  teamStore,
} from './storage/dynamodb/store.ts';
import type { CacheOptions } from './storage/dynamodb/ttl-cache.ts';
import { unkeyedDigest } from './tokens/digests.ts';
import { createVerifyIdToken } from './tokens/id-token.ts';
import { createSecrets, type ReadSecrets, type SecretSource } from './tokens/secrets.ts';

/** What answers a function's commands: the SDK's client, or what does as it does. Secrets come by the client's configuration. */
export type Client = Pick<DynamoDBClient, 'send'> &
  Pick<CacheOptions, 'revision'> & { readonly config?: DynamoDBClient['config'] };

/** The SDK's client, as on Lambda. */
export const connect = ({ dynamodbEndpoint: endpoint }: Config): Client =>
  createClient(endpoint === undefined ? {} : { endpoint });

let openClient = connect;

/** Gives every app made from here on another client than the SDK's: one machine's database needs none between. */
export const provideClient = (open: typeof connect): void => {
  openClient = open;
};

let secretOf = ({ secret }: Config): SecretSource => secret;

/** Gives every app made from here on a secret that is read wherever it is kept, instead of the environment's. */
export const provideSecret = (read: () => Uint8Array): void => {
  secretOf = () => ({ read });
};

let readClock = () => Date.now();

/** Sets the clock of every app: the local demo's comments were sent over the last days. */
export const provideClock = (clock: () => number): void => {
  readClock = clock;
};

let browserFiles = shippedBrowserFiles;

/** Gives every app made from here on the moderators' page from elsewhere than beside its bundle. */
export const provideBrowserFiles = (read: typeof shippedBrowserFiles): void => {
  browserFiles = read;
};

const NONCE_BYTES = 12;
const INVITATION_BYTES = 32;

/** Where the parts meet, once per cold start. The clock, randomness and the outside world begin here and nowhere else. */
const createApp = <S>(parts: Parameters<typeof openStore<S>>[0], config: Config) => {
  const now = () => readClock();
  const client = openClient(config);
  return {
    baseUrl: config.baseUrl,
    trustedProxies: config.trustedProxies,
    signIn: config.signIn,
    now,
    monotonicNow: () => performance.now(),
    newNonce: () => randomBytes(NONCE_BYTES).toString('base64url'),
    /** Sorts by time, as comments' ids do. */
    newBatch: (): string => newCommentId(now(), randomBytes(TAG_BYTES)),
    /** Resolves after a random part of some milliseconds. */
    pause: (mostMs: number) => wait(mostMs * Math.random()),
    secrets: createSecrets(secretOf(config), client.config, now),
    store: openStore(parts, {
      tableName: config.tableName,
      send: createSend(client, { wait, random: () => Math.random() }),
      report: log,
      ttlMs: config.siteCacheS * 1000,
      now,
      revision: client.revision,
      parsePolicy: readPolicy,
    }),
  };
};

/** One app per kind of function: each bundle carries the part of the store it asks. */
export const readersApp = (config: Config = readConfig()) => createApp(readersStore, config);
export const listsApp = (config: Config = readConfig()) => createApp(listsStore, config);
export const feedsApp = (config: Config = readConfig()) => createApp(feedsStore, config);
export const formsApp = (config: Config = readConfig()) => createApp(formsStore, config);
export const reportsApp = (config: Config = readConfig()) => createApp(reportsStore, config);
/** For the receipts of comments, and what their holders may do. */
export const receiptApp = (config: Config = readConfig()) => createApp(receiptStore, config);
export const appealsApp = (config: Config = readConfig()) => createApp(appealsStore, config);
export const ownDataApp = (config: Config = readConfig()) => createApp(ownDataStore, config);
/** An edit is judged like what it edits. */
export const editsApp = (config: Config = readConfig()) => ({
  ...createApp(editsStore, config),
  model: shippedModel(),
});
/** Who judges needs the filter's weights as well. */
export const judgesApp = (config: Config = readConfig()) => ({
  ...createApp(authorsStore, config),
  model: shippedModel(),
});
/** Queues, which moderators ask for again and again, need nothing of a site that may not be a minute old. */
export const pollApp = (config: Config = readConfig()) => createApp(moderatorsStore, config);
/** Moderators see their own change at once, so their functions cache no site. */
export const moderatorsApp = (config: Config = readConfig()) =>
  createApp(moderatorsStore, { ...config, siteCacheS: 0 });
export const rosterApp = (config: Config = readConfig()) =>
  createApp(rosterStore, { ...config, siteCacheS: 0 });
export const teamApp = (config: Config = readConfig()) => ({
  ...createApp(teamStore, { ...config, siteCacheS: 0 }),
  newToken: () => randomBytes(INVITATION_BYTES).toString('base64url'),
});
/** Who joins a team posts an ID token, which is checked with the issuer's keys. */
export const joiningApp = (config: Config = readConfig()) => ({
  ...teamApp(config),
  verifyIdToken: createVerifyIdToken(config.signIn, () => readClock(), fetch),
});
export const bansApp = (config: Config = readConfig()) => createApp(bansStore, { ...config, siteCacheS: 0 });
export const reportersApp = (config: Config = readConfig()) =>
  createApp(reportersStore, { ...config, siteCacheS: 0 });
export const surgesApp = (config: Config = readConfig()) =>
  createApp(surgesStore, { ...config, siteCacheS: 0 });
export const previewApp = (config: Config = readConfig()) =>
  createApp(previewStore, { ...config, siteCacheS: 0 });
/** Reads and saves sites and their policies. */
export const policyApp = (config: Config = readConfig()) => ({
  ...createApp(policyStore, { ...config, siteCacheS: 0 }),
  /** Names a document in the audit trail, which holds none. */
  digestOf: unkeyedDigest,
});
/** Whoever saves a policy, or tries one, has it judge comments. */
export const policyTrialApp = (config: Config = readConfig()) => ({
  ...policyApp(config),
  model: shippedModel(),
});
/** Looks back at what was done. */
export const recordsApp = (config: Config = readConfig()) =>
  createApp(recordsStore, { ...config, siteCacheS: 0 });
export const maintenanceApp = (config: Config = readConfig()) => createApp(maintenanceStore, config);
export const repairApp = (config: Config = readConfig()) => {
  const app = createApp(repairStore, config);
  return { ...app, loadModel: shippedModel, auditDigest: auditDigestOf(app) };
};
export const streamApp = (config: Config = readConfig()) => {
  const app = createApp(streamStore, config);
  return { ...app, readRecord, loadModel: shippedModel, auditDigest: auditDigestOf(app) };
};

const auditDigestOf =
  ({ secrets }: { readonly secrets: ReadSecrets }) =>
  async () =>
    (await secrets()).digests.audit;

/** What serves the moderators' page, or the readers' script, needs neither a table nor a secret. Its files are read once. */
export const pagesApp = (config: Config = readConfig()) => ({
  signInOrigins: config.signIn.origins,
  moderationFiles: readOnce(MODERATION_FILES),
});

export const embedApp = ({ baseUrl }: Config = readConfig()) => ({
  baseUrl,
  embedFiles: readOnce(EMBED_FILES),
});

const readOnce = (name: string) => {
  const read = browserFiles;
  let files: Promise<BrowserFiles> | undefined;
  return () => (files ??= read(name));
};
