import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Answer, Call, WorkerSetup } from './worker.ts';

/** One function, loaded and running in a thread of its own. */
export type Instance = {
  /** @throws when the function does, when its thread ends, or when its time is up. */
  readonly call: (payload: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export type InstanceSetup = WorkerSetup & {
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
  /** The thread takes no more calls: it ended, or one of its calls hangs. */
  readonly onSpent: () => void;
  readonly onEnded: () => void;
};

/** All functions share one machine here, and V8 uses what it may. */
const HEAP_MB_MAX = 256;

export const startInstance = ({ timeoutMs, env, onSpent, onEnded, ...setup }: InstanceSetup): Instance => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env,
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: Math.min(setup.memoryMb, HEAP_MB_MAX) },
  });
  const open = new Map<string, (answer: Answer) => void>();
  let isSpent = false;
  const settle = (answer: Answer) => {
    open.get(answer.id)?.(answer);
    open.delete(answer.id);
    if (isSpent && open.size === 0) void worker.terminate();
  };
  const spend = () => {
    isSpent = true;
    onSpent();
  };
  const end = (reason: string) => {
    spend();
    for (const id of open.keys()) settle({ id, error: reason });
  };
  // A hanging call spends the thread, yet the calls beside it may still finish.
  const giveUp = (id: string) => {
    spend();
    settle({ id, error: `Task timed out after ${timeoutMs / 1000} seconds` });
  };
  worker
    .on('message', settle)
    .on('error', (error) => end(`The thread failed: ${String(error)}`))
    .on('exit', () => end('The thread ended.'))
    .on('exit', onEnded);

  return {
    call: async (payload) => {
      const id = randomUUID();
      const { promise, resolve } = Promise.withResolvers<Answer>();
      open.set(id, resolve);
      const timer = setTimeout(giveUp, timeoutMs, id);
      worker.postMessage({ id, payload, deadline: Date.now() + timeoutMs } satisfies Call);
      const answer = await promise.finally(() => clearTimeout(timer));
      if ('error' in answer) throw new Error(answer.error);
      return JSON.parse(answer.result);
    },
    stop: async () => void (await worker.terminate()),
  };
};
