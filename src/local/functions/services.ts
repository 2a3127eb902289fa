import { setEnvironment } from '../../config.ts';
import type { Change } from '../engine/changes.ts';
import type { Engine } from '../engine/engine.ts';
import type { Preparation } from './messages.ts';

/** What the server asks of the thread beside functions. The thread alone writes to the database, so nothing ever waits for a lock. */
export type Services = {
  /** Sets the environment, opens the database, makes the demo's site. @throws with a sentence for the operator */
  readonly $prepare: (preparation: Preparation) => Promise<void>;
  /** Changes after a point, or after the last one that the stream's consumer is done with. */
  readonly $changes: (event: {
    readonly after: number | undefined;
    readonly limit: number;
  }) => Promise<Batch>;
  readonly $settle: (event: { readonly seq: number }) => Promise<void>;
  readonly $removeExpired: (event: { readonly limit: number }) => Promise<number>;
};

export type Batch = { readonly after: number; readonly changes: readonly Change[] };

/** The one consumer of the table's changes. */
const CONSUMER = 'stream';
/** How soon what another process wrote is seen: a command beside the server. */
const LOOK_MS = 1000;

export const openServices = (
  onCommit: () => void,
): Services & Readonly<Record<string, (event: never) => unknown>> => {
  let engine: Engine | undefined;
  const opened = (): Engine => {
    if (!engine) throw new Error('There is no embedded database.');
    return engine;
  };
  return {
    $prepare: async ({ env, database, demoPort }) => {
      setEnvironment(env);
      if (!database && demoPort === undefined) return;
      // Loaded for who has functions that need it, not for every thread.
      const { openData, makeDemoSite } = await import('./prepare.ts');
      if (database) {
        engine = openData({ ...database, onCommit });
        watchOthers(engine, onCommit);
      }
      if (demoPort !== undefined) await makeDemoSite(engine ?? env.DYNAMODB_ENDPOINT, demoPort);
    },
    $changes: async ({ after, limit }) => {
      const { changes } = opened();
      const from = after ?? changes.checkpoint(CONSUMER);
      return { after: from, changes: changes.after(from, limit) };
    },
    $settle: async ({ seq }) => opened().changes.settle(CONSUMER, seq),
    $removeExpired: async ({ limit }) => opened().removeExpired(limit),
  };
};

const watchOthers = ({ changes }: Engine, onCommit: () => void): void => {
  let known = changes.version();
  setInterval(() => {
    const version = changes.version();
    if (version !== known) onCommit();
    known = version;
  }, LOOK_MS).unref();
};
