import { DAY_MS, dayOf, isImpossible, MINUTE_MS } from '../comment/time.ts';
import { JobRefusal } from './job-refusal.ts';

/** How far a clock can be set back by an ordinary correction while the machine runs. */
const BACK_MS = 10 * MINUTE_MS;
/** How long a service can be idle before its clock is doubted. */
const IDLE_MAX_D = 90;
/** The same where no run is recorded and only comments tell the time: a site may have had none for a year. */
const QUIET_MAX_D = 400;

/** The times that a clock is compared with, in milliseconds since 1970. */
export type Witnesses = {
  /** When any job ran last; undefined when none has. */
  readonly ranAt: number | undefined;
  /** The newest thing stored, where no run is on record; undefined when nothing is. */
  readonly newest?: number | undefined;
};

/**
 * The reason for a job to distrust its clock, if any. With a clock that is back in 1970 or ahead in 2099, jobs would remove what is
 * not due, or put checkpoints where no run ever reaches them.
 */
export const clockDoubt = (now: number, { ranAt, newest }: Witnesses): JobRefusal | undefined => {
  const at = dayOf(now);
  if (isImpossible(now)) return new JobRefusal('clock-impossible', `The clock says ${at}.`);
  const witness = ranAt ?? newest;
  if (witness === undefined) return undefined;

  const of = ranAt === undefined ? 'the newest comment is of' : 'jobs last ran on';
  const sentence = `The clock says ${at}, and ${of} ${dayOf(witness)}.`;
  const aheadDays = Math.round((now - witness) / DAY_MS);
  if (now < witness - BACK_MS) return new JobRefusal('clock-behind', sentence, { aheadDays });
  const isAhead = aheadDays > (ranAt === undefined ? QUIET_MAX_D : IDLE_MAX_D);
  return isAhead ? new JobRefusal('clock-ahead', sentence, { aheadDays }) : undefined;
};
