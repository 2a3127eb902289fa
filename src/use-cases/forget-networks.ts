import type { CommentRef } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { DAY_MS, dayOf } from '../comment/time.ts';
import type { ListSites } from '../storage/comment-store.ts';
import type { Checkpoints, ForgetNetwork, ListNetworked, ListTouched } from '../storage/maintenance-store.ts';
import { DAYS_MAX, type TouchedDay, touchedDays } from './reconcile/touched-days.ts';

const JOB = 'forget-networks';
/** How far back the first run looks beyond the day that is due. */
const BACKLOG_DAYS = 60;

type Deps = { readonly store: ListSites & ListTouched & ListNetworked & ForgetNetwork & Checkpoints };
type Run = { readonly now: number; readonly dryRun: boolean; readonly hasTime: () => boolean };
type Tally = { days: number; forgotten: number; finished: boolean };

/**
 * Takes the network's pseudonym off comments after the policy's days; comments stay. Goes through the days in order,
 * by the articles that had comments on each; the checkpoint is the last day done.
 */
export const forgetNetworks = async (deps: Deps, run: Run): Promise<Tally> => {
  const tally: Tally = { days: 0, forgotten: 0, finished: true };
  for (const site of await deps.store.listSites()) await forgetOnSite(deps, site, run, tally);
  return tally;
};

const forgetOnSite = async (deps: Deps, site: Site, run: Run, tally: Tally) => {
  let saved = await deps.store.readCheckpoint(JOB, site.id);
  const days = daysDue(site, run.now, saved);
  const saveUpTo = async (count: number) => {
    const day = days[count - 1];
    if (day === undefined || day === saved || run.dryRun) return;
    await deps.store.saveCheckpoint(JOB, site.id, day);
    saved = day;
  };

  // Move the checkpoint past empty days together with the next day that is not empty.
  let done = 0;
  for await (const touched of touchedDays(deps.store, [site.id], days)) {
    const isWhole = await forgetDay(deps, touched, run, tally);
    tally.finished &&= isWhole;
    done = days.indexOf(touched.day) + (isWhole ? 1 : 0);
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
const daysDue = ({ policy }: Site, now: number, checkpoint: string | undefined): readonly string[] => {
  const last = startOfDay(now - (policy.retention.networkDays + 1) * DAY_MS);
  const done = Date.parse(checkpoint ?? '');
  const first = done <= last ? done + DAY_MS : last - BACKLOG_DAYS * DAY_MS;
  const days: string[] = [];
  for (let day = Math.max(first, startOfDay(now - DAYS_MAX * DAY_MS)); day <= last; day += DAY_MS)
    days.push(dayOf(day));
  return days;
};

/** Whether there was time for all of the day. */
const forgetDay = async (deps: Deps, { site, day, articles }: TouchedDay, run: Run, tally: Tally) => {
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
