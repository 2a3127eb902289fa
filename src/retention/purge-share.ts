import { JobRefusal } from './job-refusal.ts';

/** A run that takes from at most this many comments is never suspicious: a small site's whole queue may be due in one hour. */
const FEW = 20;
/** The suspicious share of a site's comments. What falls due from one day to the next is well below it. */
const SHARE_MAX = 0.2;

/** What a run that takes away for good goes by. */
export type GuardedRun = {
  readonly now: number;
  readonly dryRun: boolean;
  readonly hasTime: () => boolean;
  /** When the job ran last, in milliseconds since 1970. */
  readonly lastRun?: number | undefined;
  /** Takes away however much is due. */
  readonly force?: boolean;
};

/** Whether the clock cannot have jumped far, since the job ran so shortly before, or somebody says that it is right. */
export const isWatched = ({ force, lastRun, now }: GuardedRun, withinMs: number): boolean =>
  force === true || (lastRun !== undefined && now - lastRun <= withinMs);

/** Whether so much is more likely due by a wrong clock than by retention. @param stored how many comments it could be due of, those due included */
export const isSuspicious = (due: number, stored: number): boolean => due > FEW && due > SHARE_MAX * stored;

/**
 * The refusal of a run that found so much on some sites, and left it there.
 * @param found what is due, as `30 comments are due`; the facts are what the run did besides, for the log
 */
export const tooMuch = (found: string, sites: readonly string[], facts: JobRefusal['facts']): JobRefusal =>
  new JobRefusal(
    'too-much',
    `${found} at once, a large share of what is stored on ${sites.join(', ')}: is the clock right?`,
    { ...facts, sites: sites.join() },
  );
