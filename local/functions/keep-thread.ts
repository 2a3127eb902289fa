import type { Logged, Preparation, ThreadSetup } from './messages.ts';
import { startThread, type Thread, Unavailable } from './thread.ts';

export type KeptThreadSetup = ThreadSetup & {
  /** The message that each thread gets before its first call. */
  readonly preparation: Promise<Preparation>;
  /** Called when a commit has records for the stream's function. */
  readonly onWanted?: () => void;
  /** Called with what functions log; by default, JSON lines on the standard output. */
  readonly onLogged?: (logged: Logged) => void;
};

export type KeptThread = {
  /** Like `Thread.call`. @throws {Unavailable} also when the thread cannot be prepared */
  readonly call: Thread['call'];
  /** Resolves when the thread is prepared. @throws with a sentence for the operator when it cannot be */
  readonly ready: () => Promise<void>;
  /** Closes the database and ends the thread, with the calls under way. */
  readonly stop: () => Promise<void>;
};

const PREPARE_MS = 60_000;
/** A blocked thread cannot close the database. The next start recovers all acknowledged writes from the write-ahead log. */
const CLOSE_MS = 2000;

/** Starts a thread now and prepares it. When it has ended or could not be prepared, the next call starts another. */
export const keepThread = ({
  preparation,
  onWanted = () => {},
  onLogged = printLogged,
  ...setup
}: KeptThreadSetup): KeptThread => {
  let current: { readonly thread: Thread; readonly ready: Promise<unknown> } | undefined;

  const start = () => {
    const thread = startThread({
      ...setup,
      onWanted,
      onLogged,
      onEnded: () => {
        if (current?.thread === thread) current = undefined;
      },
    });
    const ready = preparation.then((event) =>
      thread.call({ name: '$prepare', event, memoryMb: 0 }, PREPARE_MS),
    );
    current = { thread, ready };
    // The caller gets the error; the next call tries again.
    ready.catch(thread.stop);
    return current;
  };
  start();

  return {
    call: async (request, timeoutMs) => {
      const { thread, ready } = current ?? start();
      await ready.catch(throwUnavailable);
      return thread.call(request, timeoutMs);
    },
    ready: async () => void (await (current ?? start()).ready),
    stop: async () => {
      if (!current) return;
      const { thread } = current;
      await thread.call({ name: '$close', event: null, memoryMb: 0 }, CLOSE_MS).catch(() => undefined);
      await thread.stop();
    },
  };
};

/** Rethrows a failed preparation as `Unavailable`, since the call may be retried. */
const throwUnavailable = (cause: unknown): never => {
  throw new Unavailable(cause instanceof Error ? cause.message : String(cause), { cause });
};

const printLogged = (logged: Logged) => console.log(JSON.stringify(logged));
