import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { log, logFailure } from './log.ts';

/** Time a job leaves itself to write down where it stopped. */
const MARGIN_MS = 10_000;

const jobEvent = z.strictObject({ job: z.string(), dryRun: z.boolean().default(false) });

/** How a run goes: whether it only says what it would do, and whether there is time for another step. */
export type Run = { readonly dryRun: boolean; readonly hasTime: () => boolean };
type Tally = Readonly<Record<string, number | boolean>>;

/** A scheduled function: takes its own schedule's event and nothing that looks like a request, and logs what it did. */
export const job =
  (name: string, run: (run: Run) => Promise<Tally>) =>
  async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Tally> => {
    const { job: asked, dryRun } = jobEvent.parse(event);
    if (asked !== name) throw new Error(`This is the job ${name}.`);
    try {
      const tally = await run({ dryRun, hasTime: () => context.getRemainingTimeInMillis() > MARGIN_MS });
      log('job', { job: name, dryRun, ...tally });
      return tally;
    } catch (error) {
      logFailure('job-failed', error, { job: name });
      throw error;
    }
  };
