import { type Client, provideClient } from '../../app.ts';
import { shippedModel } from '../../screening/filter/shipped.ts';
import { demoSite } from '../demo/site.ts';
import type { Change } from '../engine/changes.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { ensureSite, withLocalOrigins } from '../ensure-site.ts';
import { openStore } from '../store.ts';
import type { ThreadSetup } from './messages.ts';

/** What the server asks of the thread beside functions. The thread alone writes to the database, so nothing ever waits for a lock. */
export type Services = {
  /** Opens the database and makes sure that the demo's site is there. @throws with a sentence for the operator */
  $prepare: (event: { readonly port: number; readonly endpoint: string | undefined }) => Promise<void>;
  $changes: (event: { readonly after: number | undefined; readonly limit: number }) => Promise<Batch>;
  $settle: (event: { readonly seq: number }) => Promise<void>;
  $removeExpired: (event: { readonly limit: number }) => Promise<number>;
};

/** Changes after a point, and where the stream's consumer stood when it named none. */
export type Batch = { readonly after: number; readonly changes: readonly Change[] };

/** The one consumer of the table's changes. */
const CONSUMER = 'stream';
/** How soon what another process wrote is seen: a command beside the server. */
const LOOK_MS = 1000;

export const openServices = (
  database: ThreadSetup['database'],
  onCommit: () => void,
): Readonly<Record<string, (event: never) => unknown>> => {
  let engine: Engine | undefined;
  const open = (): Engine => {
    if (!database) throw new Error('There is no embedded database.');
    engine ??= openEngine({ ...database, onCommit });
    return engine;
  };
  if (database) {
    provideClient(open);
    watchOthers(() => engine, onCommit);
  }
  const services: Services = {
    $prepare: async ({ port, endpoint }) => {
      // Better no server than one that fails at its first comment.
      shippedModel();
      await makeDemoSite(database ? open() : undefined, port, endpoint);
    },
    $changes: async ({ after, limit }) => {
      const { changes } = open();
      const from = after ?? changes.checkpoint(CONSUMER);
      return { after: from, changes: changes.after(from, limit) };
    },
    $settle: async ({ seq }) => open().changes.settle(CONSUMER, seq),
    $removeExpired: async ({ limit }) => open().removeExpired(limit),
  };
  return services;
};

const makeDemoSite = async (engine: Client | undefined, port: number, endpoint: string | undefined) => {
  const { store, close } = openStore(engine ?? endpoint);
  const site = await store.readSite(demoSite.id);
  await ensureSite(store, { ...demoSite, ...site, origins: withLocalOrigins(site?.origins ?? [], port) });
  close();
};

const watchOthers = (engine: () => Engine | undefined, onCommit: () => void): void => {
  let known: number | undefined;
  setInterval(() => {
    const version = engine()?.changes.version();
    if (known !== undefined && version !== known) onCommit();
    known = version;
  }, LOOK_MS).unref();
};
