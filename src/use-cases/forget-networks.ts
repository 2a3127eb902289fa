import type { CommentRef } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { DAY_MS, DAYS_KEPT, dayOf } from '../comment/time.ts';
import { type GuardedRun, isSuspicious, isWatched, tooMuch } from '../retention/purge-share.ts';
import type { ListSites } from '../storage/comment-store.ts';
import type { Checkpoints, ForgetNetwork, ListNetworked, ListTouched } from '../storage/maintenance-store.ts';
import { type TouchedDay, touchedDays } from './reconcile/touched-days.ts';

const JOB = 'forget-networks';
/** How far back the first run looks beyond the day that is due. */
const BACKLOG_DAYS = 60;

type Deps = { readonly store: ListSites & ListTouched & ListNetworked & ForgetNetwork & Checkpoints };
/** `stopped` is how many comments are due on sites where that is too large a share; a dry run says then that a run would be `refused`. */
type Tally = { days: number; forgotten: number; stopped: number; finished: boolean; refused?: 'too-much' };

/** It runs once a day, and may be late. */
const UNWATCHED_MS = 2 * DAY_MS;

/**
 * Takes the network's pseudonym off comments after the policy's days; comments stay. Goes through the days in order,
 * by the articles that had comments on each; the checkpoint is the last day done.
 * @throws {JobRefusal} `too-much` when, after more than two days without a run, a large share of a site's networks would go: all other sites are done by then, as far as there was time
 */
export const forgetNetworks = async (deps: Deps, run: GuardedRun): Promise<Tally> => {
  const tally: Tally = { days: 0, forgotten: 0, stopped: 0, finished: true };
  const sites: string[] = [];
  for (const { id, policy } of await deps.store.listSites()) {
    const checkpoint = await deps.store.readCheckpoint(JOB, id);
    const days = daysDue({ policy }, run.now, checkpoint);
    const touched = await touchedIn(deps, id, days, run);
    const due = await suspiciouslyMany(deps, { id, policy, touched }, run);
    if (!run.hasTime()) {
      // What was read or counted may not be all.
      tally.finished = false;
      break;
    }
    if (due === 0) await forgetOnSite(deps, { id, checkpoint, days, touched }, run, tally);
    else {
      sites.push(id);
      tally.stopped += due;
    }
  }
  if (sites.length === 0) return tally;
  if (run.dryRun) return { ...tally, refused: 'too-much' };
  const { days, forgotten, stopped } = tally;
  throw tooMuch(`The networks of ${stopped} comments are due`, sites, { days, forgotten, stopped });
};

type Touched = Iterable<TouchedDay> | AsyncIterable<TouchedDay>;

/** Where they are counted first, the days are read once for both, as long as there is time. */
const touchedIn = async (
  { store }: Deps,
  id: string,
  days: readonly string[],
  run: GuardedRun,
): Promise<Touched> => {
  const touched = touchedDays(store, [id], days);
  if (isWatched(run, UNWATCHED_MS)) return touched;
  const all: TouchedDay[] = [];
  for await (const one of touched) {
    if (!run.hasTime()) break;
    all.push(one);
  }
  return all;
};

/** Counts due networks before any is forgotten. @returns their number if it is suspiciously large, else 0; it says nothing when time is over by then */
const suspiciouslyMany = async (
  deps: Deps,
  { id, policy, touched }: Pick<Site, 'id' | 'policy'> & { readonly touched: Touched },
  run: GuardedRun,
): Promise<number> => {
  if (isWatched(run, UNWATCHED_MS)) return 0;
  const due = await count(deps, touched, run);
  if (!run.hasTime() || !isSuspicious(due, due)) return 0;
  const later = daysFrom(lastDue({ policy }, run.now) + DAY_MS, run.now);
  const stored = due + (await count(deps, touchedDays(deps.store, [id], later), run));
  return isSuspicious(due, stored) ? due : 0;
};

const count = async (deps: Deps, touched: Touched, run: GuardedRun): Promise<number> => {
  const counting: Tally = { days: 0, forgotten: 0, stopped: 0, finished: true };
  for await (const one of touched)
    if (!(await forgetDay(deps, one, { ...run, dryRun: true }, counting))) break;
  return counting.forgotten;
};

type OnSite = {
  readonly id: string;
  readonly checkpoint: string | undefined;
  readonly days: readonly string[];
  readonly touched: Touched;
};

const forgetOnSite = async (
  deps: Deps,
  { id, checkpoint, days, touched }: OnSite,
  run: GuardedRun,
  tally: Tally,
) => {
  let saved = checkpoint;
  const saveUpTo = async (count: number) => {
    const day = days[count - 1];
    if (day === undefined || day === saved || run.dryRun) return;
    await deps.store.saveCheckpoint(JOB, id, day);
    saved = day;
  };

  // Move the checkpoint past empty days together with the next day that is not empty.
  let done = 0;
  for await (const one of touched) {
    const isWhole = await forgetDay(deps, one, run, tally);
    tally.finished &&= isWhole;
    done = days.indexOf(one.day) + (isWhole ? 1 : 0);
    await saveUpTo(done);
    if (!isWhole) break;
  }
  if (tally.finished) done = days.length;
  await saveUpTo(done);
  tally.days += done;
};

/**
 * The days to go through, oldest first. A checkpoint beyond the last of them was set by a wrong clock, or under a policy that kept
 * networks for less long: it is not believed. Of days longer ago than activity is noted for, nothing is known.
 */
const daysDue = (
  { policy }: Pick<Site, 'policy'>,
  now: number,
  checkpoint: string | undefined,
): readonly string[] => {
  const last = lastDue({ policy }, now);
  const done = Date.parse(checkpoint ?? '');
  const first = done <= last ? done + DAY_MS : last - BACKLOG_DAYS * DAY_MS;
  return daysFrom(Math.max(first, startOfDay(now - DAYS_KEPT * DAY_MS)), last);
};

/** The beginning of the last day whose networks are to be forgotten. */
const lastDue = ({ policy }: Pick<Site, 'policy'>, now: number): number =>
  startOfDay(now - (policy.retention.networkDays + 1) * DAY_MS);

/** Days from the one that begins at `first` to the one that `last` is in. */
const daysFrom = (first: number, last: number): readonly string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day += DAY_MS) days.push(dayOf(day));
  return days;
};

/** Whether there was time for all of the day. */
const forgetDay = async (deps: Deps, { site, day, articles }: TouchedDay, run: GuardedRun, tally: Tally) => {
  const from = Date.parse(day);
  for (const article of articles) {
    if (!run.hasTime()) return false;
    const refs = await deps.store.listNetworked(site, article, { from, until: from + DAY_MS });
    tally.forgotten += run.dryRun ? refs.length : await forgetAll(deps, refs);
  }
  return true;
};

const forgetAll = async ({ store }: Deps, refs: readonly CommentRef[]): Promise<number> => {
  let forgotten = 0;
  for (const ref of refs) if (await store.forgetNetwork(ref)) forgotten += 1;
  return forgotten;
};

const startOfDay = (time: number) => time - (time % DAY_MS);
