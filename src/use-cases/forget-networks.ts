import type { CommentRef } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { DAY_MS } from '../comment/time.ts';
import type { ListSites, Page } from '../storage/comment-store.ts';
import type { Checkpoints, ForgetNetwork, ListNetworked, ListTouched } from '../storage/maintenance-store.ts';

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
  const { store } = deps;
  const due = startOfDay(run.now - (site.policy.retention.networkDays + 1) * DAY_MS);
  const done = await store.readCheckpoint(JOB, site.id);
  const first = done === undefined ? due - BACKLOG_DAYS * DAY_MS : Date.parse(done) + DAY_MS;
  for (let day = first; day <= due; day += DAY_MS) {
    const isWhole = await forgetDay(deps, site, day, run, tally);
    if (!isWhole) {
      tally.finished = false;
      return;
    }
    tally.days += 1;
    if (!run.dryRun) await store.saveCheckpoint(JOB, site.id, nameOf(day));
  }
};

/** Whether there was time for all of the day. */
const forgetDay = async (deps: Deps, site: Site, day: number, run: Run, tally: Tally): Promise<boolean> => {
  let from: string | undefined;
  do {
    const page: Page<string> = await deps.store.listTouched(site.id, nameOf(day), from);
    for (const article of page.items) {
      if (!run.hasTime()) return false;
      const refs = await deps.store.listNetworked(site.id, article, { from: day, until: day + DAY_MS });
      tally.forgotten += run.dryRun ? refs.length : await forgetAll(deps, refs);
    }
    from = page.next;
  } while (from !== undefined);
  return true;
};

const forgetAll = async ({ store }: Deps, refs: readonly CommentRef[]): Promise<number> => {
  let forgotten = 0;
  for (const ref of refs) if (await store.forgetNetwork(ref)) forgotten += 1;
  return forgotten;
};

const startOfDay = (time: number) => time - (time % DAY_MS);
const nameOf = (day: number) => new Date(day).toISOString().slice(0, 10);
