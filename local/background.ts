import type { Functions } from './functions/run-functions.ts';
import { Unavailable } from './functions/thread.ts';
import { lastRunsIn } from './schedules/last-runs.ts';
import { runSchedules, type Schedule, schedulesOf } from './schedules/run-schedules.ts';
import { type Stack, type StreamSetup, streamOf } from './stack.ts';
import type { FollowedDelivery } from './stream/deliver.ts';
import { keepFailed, removeOldFailed } from './stream/failed-records.ts';
import { readFilter } from './stream/filter.ts';
import type { Follower } from './stream/follow-changes.ts';

const SWEEP_MS = 60_000;
/** Expired items that one sweep removes at most, in steps so that nobody waits for it. */
const SWEEP_ITEMS_MAX = 10_000;
const SWEEP_STEP = 500;
/** Lambda's defaults for an event source mapping, except that Lambda retries without end. */
const BATCH_SIZE = 100;
const TRIES_MAX = 10;
/** Jobs that refuse when more is due than a right clock would make so. Where one finished, the clock is believed. */
const CLOCK_DOUBTERS: ReadonlySet<string> = new Set(['purge-expired', 'forget-networks']);

type Setup = {
  readonly stack: Stack;
  readonly functions: Functions;
  readonly dataDir: string;
  /** The database's endpoint, when it is not the embedded one. */
  readonly endpoint: string | undefined;
};

/** Runs the background work: the stream's function, the schedules, the removal of expired items. */
export const startBackground = async (setup: Setup): Promise<Follower> => {
  const { stack, functions, endpoint } = setup;
  const follower = await follow(setup);
  const start = async ({ functionName, input }: Schedule) => {
    const tally = await functions.invoke(functionName, input);
    if (endpoint !== undefined) follower.wake();
    if (CLOCK_DOUBTERS.has(functionName) && isFinished(tally)) removeOldFailed(setup.dataDir, Date.now());
  };
  const stopSchedules = runSchedules(schedulesOf(stack), start, lastRunsIn(setup.dataDir));
  const stopSweeps = endpoint === undefined ? sweepRegularly(functions) : () => {};
  return {
    wake: follower.wake,
    stop: async () => {
      stopSchedules();
      stopSweeps();
      await follower.stop();
    },
  };
};

const isFinished = (tally: unknown): boolean =>
  (tally as { readonly finished?: unknown } | null)?.finished === true;

/** The stream of an external engine is read by AWS's protocol. Its client is loaded only then. */
const follow = async (setup: Setup): Promise<Follower> => {
  const { stack, functions, dataDir, endpoint } = setup;
  const target = streamOf(stack);
  if (!target) return { wake: () => {}, stop: async () => {} };
  const onTrouble = (error: unknown) => console.error(`The stream cannot be read now: ${String(error)}`);
  const delivery = deliveryTo(target.name, target.stream, { functions, dataDir });
  if (endpoint !== undefined) {
    const { followEndpoint } = await import('./stream/follow-endpoint.ts');
    return followEndpoint({ endpoint, dataDir, delivery, onTrouble });
  }
  const { followChanges } = await import('./stream/follow-changes.ts');
  return followChanges({ ask: functions.ask, delivery, onTrouble });
};

/** How records reach the stream's function, and where those go that it keeps refusing. */
const deliveryTo = (
  name: string,
  stream: StreamSetup,
  { functions, dataDir }: Pick<Setup, 'functions' | 'dataDir'>,
): FollowedDelivery => ({
  batchSize: stream.batchSize ?? BATCH_SIZE,
  triesMax: triesOf(stream),
  isWanted: readFilter(stream.filterPatterns),
  invoke: (records) => functions.invoke(name, { Records: records }),
  // A record with which the thread fails again and again would bring everybody down for ever.
  wasOut: async (error) =>
    (error instanceof Unavailable && !error.mayBeAtFault) || (await functions.ask('$outages', null)) > 0,
  onGivenUp: (record, problem) => {
    const kept = keepFailed(dataDir, { name, tries: triesOf(stream), record });
    console.error(`${name} gave up on change ${record.eventID} (${problem}): it is kept as ${kept}.`);
  },
});

const triesOf = ({ maximumRetryAttempts = TRIES_MAX }: StreamSetup) => maximumRetryAttempts;

const sweepRegularly = ({ ask }: Functions): (() => void) => {
  const sweep = async () => {
    for (let removed = 0; removed < SWEEP_ITEMS_MAX; removed += SWEEP_STEP)
      if ((await ask('$removeExpired', { limit: SWEEP_STEP })) < SWEEP_STEP) return;
  };
  const timer = setInterval(() => {
    sweep().catch((error: unknown) =>
      console.error(`Expired items were not removed this time: ${String(error)}`),
    );
  }, SWEEP_MS);
  return () => clearInterval(timer);
};
