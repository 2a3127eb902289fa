import { join } from 'node:path';
import type { Stack } from '../stack.ts';
import { atOnce } from './at-once.ts';
import type { Preparation, ThreadSetup } from './messages.ts';
import type { Services } from './services.ts';
import { startThread, type Thread } from './thread.ts';

/** Where the stack's own functions are. */
export const HANDLERS = join(import.meta.dirname, '../../../handlers');

export type Functions = {
  /** Runs a function on an event. @throws when it fails or takes too long @throws {Interrupted} when a call beside it ended the thread */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Resolves when the thread is prepared. @throws with a sentence for the operator when it cannot be */
  readonly ready: () => Promise<void>;
  /** Asks a service of the thread. */
  readonly ask: <Name extends keyof Services>(
    name: Name,
    event: Parameters<Services[Name]>[0],
  ) => Promise<Awaited<ReturnType<Services[Name]>>>;
  /** Ends the thread at once. */
  readonly stop: () => Promise<void>;
};

type Setup = ThreadSetup & {
  /** What each thread is told before its first call. */
  readonly preparation: Promise<Preparation>;
  /** Times and memory of the functions. */
  readonly stack: Promise<Stack>;
  readonly report: (name: string, problem: string) => void;
  /** Told that something was committed that the stream's function wants. */
  readonly onWanted?: () => void;
};

/** Concurrent calls of one function. More of them would only queue in front of the one database. */
const CALLS_MAX = 16;
/** Lambda's defaults. */
const TIMEOUT_S = 6;
const MEMORY_MB = 1024;
const SERVICE_MS = 60_000;

/**
 * The stack's functions, all in one thread that starts at once and waits for its preparation. A call that crashes the thread, or
 * blocks it past its own time, ends it: the next call finds a new one.
 */
export const runFunctions = (setup: Setup): Functions => {
  const { preparation, stack, report, onWanted = () => {}, ...threadSetup } = setup;
  const turns = new Map<string, ReturnType<typeof atOnce>>();
  let current: { readonly thread: Thread; readonly ready: Promise<unknown> } | undefined;

  const start = () => {
    const thread = startThread({
      ...threadSetup,
      onWanted,
      onEnded: () => {
        if (current?.thread === thread) current = undefined;
      },
    });
    const ready = preparation.then((event) =>
      thread.call({ name: '$prepare', event, memoryMb: 0 }, SERVICE_MS),
    );
    const started = { thread, ready };
    current = started;
    // Whoever calls is told, and the next call prepares another thread: what was in the way may be over.
    ready.catch(() => {
      if (current === started) current = undefined;
      return thread.stop();
    });
    return started;
  };
  const call = async (request: Parameters<Thread['call']>[0], timeoutMs: number) => {
    const { thread, ready } = current ?? start();
    await ready;
    return thread.call(request, timeoutMs);
  };
  const invoke = async (name: string, event: unknown) => {
    const { provider, functions } = await stack;
    const memoryMb = functions[name]?.memorySize ?? provider.memorySize ?? MEMORY_MB;
    const timeoutS = functions[name]?.timeout ?? provider.timeout ?? TIMEOUT_S;
    return call({ name, event, memoryMb }, timeoutS * 1000);
  };
  start();

  return {
    invoke: async (name, event) => {
      // A start that failed is told by its sentence alone, and not reported as the function's failure.
      await (current ?? start()).ready;
      const inTurn = turns.get(name) ?? atOnce(CALLS_MAX);
      turns.set(name, inTurn);
      try {
        return await inTurn(() => invoke(name, event));
      } catch (error) {
        report(name, error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
    ready: async () => void (await (current ?? start()).ready),
    ask: async (name, event) => (await call({ name, event, memoryMb: 0 }, SERVICE_MS)) as never,
    stop: async () => void (await current?.thread.stop()),
  };
};
