import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { log, logFailure } from './log.ts';

/** Time a job leaves itself to write down where it stopped. */
const MARGIN_MS = 10_000;

const jobEvent = z.strictObject({
  job: z.string(),
  dryRun: z.boolean().default(false),
  since: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .refine((day) => !Number.isNaN(Date.parse(day)))
    .optional(),
});

/** How a run goes: whether it only says what it would do, and whether there is time for another step. */
export type Run = {
  readonly dryRun: boolean;
  readonly hasTime: () => boolean;
  /** The first day (UTC, yyyy-mm-dd) to look at, for a job that looks back. */
  readonly since: string | undefined;
};
type Tally = Readonly<Record<string, number | boolean | string>>;

/**
 * A scheduled function: takes its own schedule's event and nothing that looks like a request, and logs what it did.
 * @param looksBack whether it can be told a day to begin with
 */
export const job =
  (name: string, run: (run: Run) => Promise<Tally>, { looksBack = false } = {}) =>
  async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Tally> => {
    const { job: asked, dryRun, since } = jobEvent.parse(event);
    if (asked !== name) throw new Error(`This is the job ${name}.`);
    if (since !== undefined && !looksBack) throw new Error('This job begins with no day of your choice.');
    try {
      const tally = await run({
        dryRun,
        since,
        hasTime: () => context.getRemainingTimeInMillis() > MARGIN_MS,
      });
      log('job', { job: name, dryRun, ...tally });
      return tally;
    } catch (error) {
      logFailure('job-failed', error, { job: name });
      throw error;
    }
  };
