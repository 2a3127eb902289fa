import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Stack } from '../stack.ts';
import { atOnce } from './at-once.ts';
import { type Instance, startInstance } from './instance.ts';

export type Functions = {
  /** Runs a function on an event in JSON. @throws when it fails, takes too long or gives back too much. */
  readonly invoke: (name: string, payload: string) => Promise<unknown>;
  /** Ends all threads at once. */
  readonly stop: () => Promise<void>;
};

type Setup = {
  readonly stack: Stack;
  /** Where the bundles are: `<name>.mjs`. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly report: (name: string, problem: string) => void;
};

/**
 * Calls of one function at once. Lambda would start more instances; here one engine answers them all, and a crowd waits
 * better in front of it than with its requests half answered.
 */
const CALLS_MAX = 16;
/** Lambda's defaults. */
const TIMEOUT_S = 6;
const MEMORY_MB = 1024;

/**
 * The stack's functions, each in a thread of its own that starts with its first call: one that loops or crashes fails its own
 * calls, and the next call finds a new thread.
 */
export const runFunctions = ({ stack, folder, env, report }: Setup): Functions => {
  const current = new Map<string, Instance>();
  const all = new Set<Instance>();
  const turns = new Map<string, ReturnType<typeof atOnce>>();

  const start = (name: string): Instance => {
    const { provider, functions } = stack;
    const memoryMb = functions[name]?.memorySize ?? provider.memorySize ?? MEMORY_MB;
    const instance = startInstance({
      url: pathToFileURL(join(folder, `${name}.mjs`)).href,
      name,
      memoryMb,
      timeoutMs: 1000 * (functions[name]?.timeout ?? provider.timeout ?? TIMEOUT_S),
      env: { ...env, AWS_LAMBDA_FUNCTION_NAME: name, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb) },
      onSpent: () => current.get(name) === instance && current.delete(name),
      onEnded: () => all.delete(instance),
    });
    current.set(name, instance);
    all.add(instance);
    return instance;
  };

  return {
    invoke: async (name, payload) => {
      try {
        const inTurn = turns.get(name) ?? atOnce(CALLS_MAX);
        turns.set(name, inTurn);
        return await inTurn(() => (current.get(name) ?? start(name)).call(payload));
      } catch (error) {
        report(name, error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
    stop: async () => void (await Promise.all([...all].map((instance) => instance.stop()))),
  };
};
