import { setEnvironment } from '../../src/config.ts';
import type { Change } from '../engine/changes.ts';
import type { Engine } from '../engine/engine.ts';
import { type Batch, type ChangeFeed, openFeed } from '../stream/change-feed.ts';
import { readFilter } from '../stream/filter.ts';
import type { Preparation } from './messages.ts';

/** What the server calls in the thread besides functions. Only this thread of the server writes; it waits up to 5 s for commands. */
export type Services = {
  /** Sets the environment, opens the database, creates the demo's site. @throws with a sentence for the operator */
  readonly $prepare: (preparation: Preparation) => Promise<void>;
  /** Changes after a position, or after the last one that the stream's consumer has finished. */
  readonly $changes: (event: {
    readonly after: number | undefined;
    readonly limit: number;
  }) => Promise<Batch>;
  readonly $settle: (event: { readonly seq: number }) => Promise<void>;
  readonly $removeExpired: (event: { readonly limit: number }) => Promise<number>;
  /** How often a function could not reach the database since the last call. */
  readonly $outages: (event: null) => Promise<number>;
  /** Sets the clock that functions read, to create the demo's comments of the last days. */
  readonly $setClock: (event: { readonly at: number }) => Promise<void>;
  /** Flushes pending writes and closes the database. No call may follow. */
  readonly $close: (event: null) => Promise<void>;
};

/** How often to look for writes of another process, such as a command. */
const LOOK_MS = 1000;

export const openServices = (
  onWanted: () => void,
): Services & Readonly<Record<string, (event: never) => unknown>> => {
  let data: { readonly engine: Engine; readonly feed: ChangeFeed } | undefined;
  let takeOutages = () => 0;
  let sweepUntil = async () => 0;
  const opened = () => {
    if (!data) throw new Error('There is no embedded database.');
    return data;
  };
  return {
    $prepare: async ({ env, secretFile, database, filterPatterns, demoPort }) => {
      setEnvironment(env);
      if (secretFile !== undefined) await provideSecret(secretFile);
      if (!database && demoPort === undefined) return;
      // Loaded only by threads whose functions need it.
      const { provideBrowserSources, provideDatabase, makeDemoSite } = await import('./prepare.ts');
      provideBrowserSources();
      const onCommit = (written: readonly Change[]) => data?.feed.look(written);
      const provided = provideDatabase(database && { ...database, onCommit });
      const { engine } = provided;
      takeOutages = provided.takeOutages;
      sweepUntil = provided.sweepUntil;
      if (engine) {
        data = { engine, feed: openFeed(engine.changes, readFilter(filterPatterns), onWanted) };
        watchOthers(engine, onWanted);
      }
      if (demoPort !== undefined) await makeDemoSite(demoPort, database?.file);
    },
    $changes: async ({ after, limit }) => opened().feed.next(after, limit),
    $settle: async ({ seq }) => opened().feed.settle(seq),
    $removeExpired: async ({ limit }) => opened().engine.removeExpired(limit, await sweepUntil()),
    $outages: async () => takeOutages(),
    $setClock: async ({ at }) => (await import('./prepare.ts')).setClock(at),
    $close: async () => {
      data?.engine.close();
      data = undefined;
    },
  };
};

/** Loaded only by threads that are given a secret. */
const provideSecret = async (file: string): Promise<void> => {
  const { provideSecretIn } = await import('./provide-secret.ts');
  provideSecretIn(file);
};

const watchOthers = ({ changes }: Engine, onWritten: () => void): void => {
  let known = changes.version();
  setInterval(() => {
    try {
      const version = changes.version();
      if (version !== known) onWritten();
      known = version;
    } catch {
      // The file may be unusable for a moment; the next call that uses it reports the error.
    }
  }, LOOK_MS).unref();
};
