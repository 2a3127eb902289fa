import { setTimeout as wait } from 'node:timers/promises';
import type { Preparation } from '../../functions/messages.ts';
import type { Functions } from '../../functions/run-functions.ts';
import { HANDLERS, runFunctions } from '../../functions/run-functions.ts';
import type { Stack } from '../../stack.ts';
import { fillLongPage } from './fill-long-page.ts';
import { readProgress } from './progress.ts';
import { type SeedFunctions, seedDemo } from './seed-demo.ts';

type Setup = {
  readonly dataDir: string;
  readonly url: string;
  /** Whether a page of thousands is written as well. */
  readonly isLong: boolean;
  readonly stack: Promise<Stack>;
  /** The message that prepared the server's functions. */
  readonly preparation: Promise<Preparation>;
  readonly compileCache: string | undefined;
  /** The server's own functions, whose thread brings changes to the stream's function. */
  readonly server: Functions;
  readonly wake: () => void;
  /** Writes a log line. */
  readonly log: (entry: Readonly<Record<string, unknown>>) => void;
};

const LOOK_MS = 20;

/**
 * Writes the demo's comments, in a thread of its own beside the server, whose clock is set to
 * each comment's time.
 * @returns a function that ends it early, and resolves when it is over
 */
export const fillDemo = (setup: Setup): (() => Promise<void>) => {
  const stopping = new AbortController();
  const filled = fill(setup, stopping.signal).catch((error: unknown) => {
    if (stopping.signal.aborted) return;
    console.error(`The demo has not all its comments: ${String(error)}. The next start goes on with them.`);
  });
  return async () => {
    stopping.abort();
    await filled;
  };
};

const fill = async (setup: Setup, signal: AbortSignal): Promise<void> => {
  const { dataDir, url, isLong, wake, log } = setup;
  const tell = (written: number, of: number) => log({ event: 'demo', written, of });
  const progress = readProgress(dataDir);
  if (progress) {
    const functions = functionsFor(setup);
    const calls = seedFunctions(functions, setup, signal);
    await seedDemo(progress, { dataDir, url, functions: calls, tell, signal }).finally(functions.stop);
  }
  if (isLong) await fillLongPage({ dataDir, tell, wake, signal });
};

const functionsFor = ({ stack, preparation, compileCache }: Setup): Functions =>
  runFunctions({
    ...{ folder: HANDLERS, extension: '.ts', compileCache, stack },
    // The server's own thread made the demo's site, and follows the stream.
    preparation: preparation.then(({ demoPort: _, filterPatterns: _patterns, ...rest }) => rest),
    report: (name, problem) => console.error(`${name} failed: ${problem}`),
    // A hundred lines of requests that nobody sent would only hide the others.
    onLogged: () => undefined,
  });

/** What writing the demo calls. Waiting for the stream ends when the signal aborts, for its function may fail for long. */
export const seedFunctions = (
  functions: Functions,
  { server, wake }: Pick<Setup, 'server' | 'wake'>,
  signal: AbortSignal,
): SeedFunctions => ({
  call: async (name: string, event: object, at: number) => {
    await functions.ask('$setClock', { at });
    return functions.invoke(name, event);
  },
  followed: async () => {
    while (
      !signal.aborted &&
      (await server.ask('$changes', { after: undefined, limit: 1 })).records.length > 0
    ) {
      wake();
      await wait(LOOK_MS);
    }
  },
});
