import { join } from 'node:path';
import type { Stack } from '../stack.ts';
import { atOnce } from './at-once.ts';
import { type KeptThreadSetup, keepThread } from './keep-thread.ts';
import type { Services } from './services.ts';

/** The folder of the stack's own functions. */
export const HANDLERS = join(import.meta.dirname, '../../handlers');

export type Functions = {
  /** Invokes a function. @throws when it fails or times out @throws {Unavailable} when the call may be retried */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Resolves when the thread is prepared. @throws with a sentence for the operator when it cannot be */
  readonly ready: () => Promise<void>;
  /** Calls a service of the thread. */
  readonly ask: <Name extends keyof Services>(
    name: Name,
    event: Parameters<Services[Name]>[0],
  ) => Promise<Awaited<ReturnType<Services[Name]>>>;
  /** Closes the database and ends the thread, with the calls under way. */
  readonly stop: () => Promise<void>;
};

type Setup = KeptThreadSetup & {
  /** Has the functions' timeouts and memory sizes. */
  readonly stack: Promise<Stack>;
  readonly report: (name: string, problem: string) => void;
};

/** Maximum concurrent calls of one function. More would only queue for the one database. */
const CALLS_MAX = 16;
/** Lambda's defaults. */
const TIMEOUT_S = 6;
const MEMORY_MB = 1024;
const SERVICE_MS = 60_000;

/** Runs the stack's functions in one thread. A call that crashes it, or blocks it past its timeout, ends it; the next starts a new one. */
export const runFunctions = ({ stack, report, ...setup }: Setup): Functions => {
  const thread = keepThread(setup);
  const turns = new Map<string, ReturnType<typeof atOnce>>();

  const invoke = async (name: string, event: unknown) => {
    const { provider, functions } = await stack;
    const memoryMb = functions[name]?.memorySize ?? provider.memorySize ?? MEMORY_MB;
    const timeoutS = functions[name]?.timeout ?? provider.timeout ?? TIMEOUT_S;
    return thread.call({ name, event, memoryMb }, timeoutS * 1000);
  };
  return {
    invoke: async (name, event) => {
      const inTurn = turns.get(name) ?? atOnce(CALLS_MAX);
      turns.set(name, inTurn);
      try {
        return await inTurn(() => invoke(name, event));
      } catch (error) {
        report(name, sentenceOf(error));
        throw error;
      }
    },
    ready: thread.ready,
    ask: async (name, event) => (await thread.call({ name, event, memoryMb: 0 }, SERVICE_MS)) as never,
    stop: thread.stop,
  };
};

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
