import { Worker } from 'node:worker_threads';
import { unpackBody } from './answer-body.ts';
import type { Answer, Call, FromThread, Logged, ThreadSetup, ToThread } from './messages.ts';

/** A running thread with all functions in it. */
export type Thread = {
  /** @throws {Unavailable} when the call may be retried @throws when the function throws, ends its thread or times out */
  readonly call: (request: Omit<Call, 'id' | 'deadline'>, timeoutMs: number) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/** The call may not be at fault: its thread ended, perhaps because of another call, or could not be prepared. Retrying it is safe. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** Whether the thread failed with this call among others, any of which may be what it failed by. */
  readonly mayBeAtFault: boolean;

  constructor(
    message: string,
    { mayBeAtFault = false, ...options }: ErrorOptions & { mayBeAtFault?: boolean } = {},
  ) {
    super(message, options);
    this.mayBeAtFault = mayBeAtFault;
  }
}

export type ThreadOptions = ThreadSetup & {
  readonly onWanted: () => void;
  readonly onLogged: (logged: Logged) => void;
  /** The thread takes no more calls. */
  readonly onEnded: () => void;
};

/** Without limits, V8 lets garbage grow with the machine's memory. `npm start` sets V8's other options (ARCHITECTURE 20). */
const OLD_MB_MAX = 256;
const YOUNG_MB_MAX = 16;
/** A thread that does not answer a ping for this long after a call timed out is blocked. */
const PONG_MS = 1000;

export const startThread = ({ onWanted, onLogged, onEnded, ...setup }: ThreadOptions): Thread => {
  const worker = startWorker(setup);
  const post = (message: ToThread) => worker.postMessage(message);
  const calls = openCalls();
  const pulse = openPulse(() => post('ping'));
  const end = (reason: string, isOneAtFault: boolean) => {
    onEnded();
    calls.endAll(reason, isOneAtFault);
  };
  const giveUp = async (id: number, timeoutMs: number) => {
    const isBlocked = !(await pulse.isFelt());
    calls.settle({ id, error: `Task timed out after ${timeoutMs / 1000} seconds` });
    if (!isBlocked) return;
    end('A call beside this one blocked the thread.', false);
    await worker.terminate();
  };
  worker
    .on('message', (message: FromThread) => {
      if (message === 'wanted') onWanted();
      else if (message === 'pong') pulse.feel();
      else if ('logged' in message) onLogged(message.logged);
      else calls.settle(message);
    })
    .on('error', (error) => end(`The thread failed: ${String(error)}`, true))
    .on('exit', () => end('The thread ended.', true));

  return {
    call: async (request, timeoutMs) => {
      const { id, answered } = calls.open();
      const timer = setTimeout(giveUp, timeoutMs, id, timeoutMs);
      post({ ...request, id, deadline: Date.now() + timeoutMs });
      return await answered.finally(() => clearTimeout(timer));
    },
    stop: async () => {
      end('The functions are stopped.', false);
      await worker.terminate();
    },
  };
};

const startWorker = (setup: ThreadSetup): Worker =>
  new Worker(new URL('./host.mjs', import.meta.url), {
    env: {},
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: OLD_MB_MAX, maxYoungGenerationSizeMb: YOUNG_MB_MAX },
  });

/** Calls under way, by number. */
const openCalls = () => {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  return {
    open: () => {
      last += 1;
      const call = Promise.withResolvers<unknown>();
      open.set(last, call);
      return { id: last, answered: call.promise };
    },
    settle: (answer: Answer) => {
      const call = open.get(answer.id);
      open.delete(answer.id);
      if ('error' in answer) call?.reject(new Error(answer.error));
      else call?.resolve(unpackBody(answer));
    },
    /** When a thread fails with one call, that call is at fault; of several calls, it is unknown which one is. */
    endAll: (reason: string, isOneAtFault: boolean) => {
      const failure = () =>
        isOneAtFault && open.size === 1
          ? new Error(reason)
          : new Unavailable(reason, { mayBeAtFault: isOneAtFault });
      for (const { reject } of open.values()) reject(failure());
      open.clear();
    },
  };
};

/** Tells a working thread, which answers a ping, from a blocked one. */
const openPulse = (ping: () => void) => {
  const waiting = new Set<() => void>();
  return {
    feel: () => {
      for (const felt of waiting) felt();
    },
    isFelt: () =>
      new Promise<boolean>((resolve) => {
        const end = (isFelt: boolean) => {
          waiting.delete(felt);
          clearTimeout(timer);
          resolve(isFelt);
        };
        const felt = () => end(true);
        const timer = setTimeout(end, PONG_MS, false);
        waiting.add(felt);
        ping();
      }),
  };
};
