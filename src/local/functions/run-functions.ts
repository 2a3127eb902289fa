import { join } from 'node:path';
import type { Stack } from '../stack.ts';
import { atOnce } from './at-once.ts';
import type { ThreadSetup } from './messages.ts';
import type { Services } from './services.ts';
import { startThread, type Thread } from './thread.ts';

/** Where the stack's own functions are. */
export const HANDLERS = join(import.meta.dirname, '../../../handlers');

export type Functions = {
  /** Runs a function on an event. @throws when it fails or takes too long @throws {Interrupted} when a call beside it ended the thread */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Asks a service of the thread. @throws with a sentence for the operator */
  readonly ask: <Name extends keyof Services>(
    name: Name,
    event: Parameters<Services[Name]>[0],
  ) => Promise<Awaited<ReturnType<Services[Name]>>>;
  /** Ends the thread at once. */
  readonly stop: () => Promise<void>;
};

type Setup = ThreadSetup & {
  readonly stack: Stack;
  readonly env: Readonly<Record<string, string>>;
  readonly report: (name: string, problem: string) => void;
  /** Told that something was written to the embedded database. */
  readonly onCommitted?: () => void;
};

/** Calls of one function at once. Lambda would start more instances; here one database answers them all, and a crowd waits better in front of it. */
const CALLS_MAX = 16;
/** Lambda's defaults. */
const TIMEOUT_S = 6;
const MEMORY_MB = 1024;
const SERVICE_MS = 60_000;

/**
 * The stack's functions, all in one thread that starts with the first call. A call that crashes the thread, or blocks it past its
 * own time, ends it: the next call finds a new one.
 */
export const runFunctions = ({ stack, env, report, onCommitted = () => {}, ...setup }: Setup): Functions => {
  let current: Thread | undefined;
  const turns = new Map<string, ReturnType<typeof atOnce>>();

  const thread = (): Thread => {
    if (current) return current;
    const started = startThread({
      ...setup,
      env,
      onCommitted,
      onEnded: () => {
        if (current === started) current = undefined;
      },
    });
    current = started;
    return started;
  };
  const call = (name: string, event: unknown) => {
    const { provider, functions } = stack;
    const memoryMb = functions[name]?.memorySize ?? provider.memorySize ?? MEMORY_MB;
    const timeoutS = functions[name]?.timeout ?? provider.timeout ?? TIMEOUT_S;
    return thread().call({ name, event, memoryMb }, timeoutS * 1000);
  };

  return {
    invoke: async (name, event) => {
      const inTurn = turns.get(name) ?? atOnce(CALLS_MAX);
      turns.set(name, inTurn);
      try {
        return await inTurn(() => call(name, event));
      } catch (error) {
        report(name, error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
    ask: async (name, event) =>
      (await thread().call({ name, event, memoryMb: MEMORY_MB }, SERVICE_MS)) as never,
    stop: async () => void (await current?.stop()),
  };
};
