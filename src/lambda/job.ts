import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { isDay } from '../comment/time.ts';
import { clockDoubt } from '../retention/job-clock.ts';
import { JobRefusal } from '../retention/job-refusal.ts';
import type { JobRuns } from '../storage/maintenance-store.ts';
import { log, logFailure } from './logs/log.ts';

/** Time a job leaves itself to write down where it stopped. */
const MARGIN_MS = 10_000;

const jobEvent = z.strictObject({
  job: z.string(),
  dryRun: z.boolean().default(false),
  /** A person has checked: trust the clock, and remove everything that is due. */
  force: z.boolean().default(false),
  since: z.string().refine(isDay).optional(),
});

/** One run of a job: its time, its options, and whether there is time for another step. */
export type Run = {
  readonly now: number;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly hasTime: () => boolean;
  /** When this job ran last, in milliseconds since 1970. */
  readonly lastRun: number | undefined;
  /** The first day (UTC, yyyy-mm-dd) to look at, for a job that looks back. */
  readonly since: string | undefined;
};
type Tally = Readonly<Record<string, number | boolean | string>>;
type Deps = { readonly now: () => number; readonly store: JobRuns };

/**
 * A scheduled function: takes its own schedule's event and nothing that looks like a request, refuses to work by a clock that cannot be
 * right, and logs what it did. A dry run counts with any clock, and reports why a real run would be refused.
 * @param looksBack whether it can be told a day to begin with
 */
export const job =
  (name: string, deps: Deps, work: (run: Run) => Promise<Tally>, { looksBack = false } = {}) =>
  async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Tally> => {
    const { job: asked, ...how } = jobEvent.parse(event);
    if (asked !== name) throw new Error(`This is the job ${name}.`);
    if (how.since !== undefined && !looksBack) throw new Error('This job begins with no day of your choice.');
    const hasTime = () => context.getRemainingTimeInMillis() > MARGIN_MS;
    try {
      const tally = await runWith(name, deps, { ...how, since: how.since, hasTime }, work);
      log('job', { job: name, dryRun: how.dryRun, ...tally });
      return tally;
    } catch (error) {
      logStopped(name, error);
      throw error;
    }
  };

type Asked = Omit<Run, 'now' | 'lastRun'>;

const runWith = async (
  name: string,
  { now: clock, store }: Deps,
  asked: Asked,
  work: (run: Run) => Promise<Tally>,
): Promise<Tally> => {
  const now = clock();
  const { doubt, lastRun } = await lookAtClock(name, store, now);
  if (doubt && !asked.dryRun && !asked.force) throw doubt;

  const tally = await work({ ...asked, now, lastRun });

  if (!asked.dryRun) await store.saveRun(name, now);
  return doubt && asked.dryRun ? { ...tally, refused: doubt.reason } : tally;
};

const lookAtClock = async (name: string, store: JobRuns, now: number) => {
  const runs = await store.readRuns();
  const ranAt = runs.size > 0 ? Math.max(...runs.values()) : undefined;
  const newest = ranAt === undefined ? await store.newestStored() : undefined;
  return { doubt: clockDoubt(now, { ranAt, newest }), lastRun: runs.get(name) };
};

const logStopped = (name: string, error: unknown) => {
  if (error instanceof JobRefusal)
    logFailure('job-refused', error, { job: name, reason: error.reason, ...error.facts });
  else logFailure('job-failed', error, { job: name });
};
