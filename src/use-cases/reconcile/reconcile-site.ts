import { ownQueues } from '../../comment/queue.ts';
import type { HoldSiteCounts, ListTouched } from '../../storage/maintenance-store.ts';
import { touchedDays } from './touched-days.ts';
import { longestDays } from './walks.ts';

type Deps = { readonly store: ListTouched & HoldSiteCounts };
type Run = { readonly now: number; readonly dryRun: boolean; readonly hasTime: () => boolean };
type Held = { readonly drift: number; readonly repaired: 0 | 1 };

/**
 * Holds the counts of a site's queues against the sum of its articles'. Comments wait for a year at most, so that each article with any is noted
 * on one of the days that are kept. Counts that change meanwhile are left to the next run.
 * @param isAgain whether they are looked at once more, since they seemed wrong
 * @returns by how much they were wrong, and whether they were repaired; undefined when time runs short
 */
export const reconcileSite = async (
  deps: Deps,
  site: string,
  run: Run,
  isAgain = false,
): Promise<Held | undefined> => {
  const articles = await articlesOf(deps, site, run);
  const recount = articles && (await deps.store.recountSite(site, articles));
  if (!recount) return articles && { drift: 0, repaired: 0 };
  const { stored, summed } = recount;
  const drift = ownQueues.reduce((sum, queue) => sum + Math.abs(stored[queue] - summed[queue]), 0);
  // An article that got its first comment while they were listed is among them the second time.
  if (drift > 0 && !isAgain) return reconcileSite(deps, site, run, true);

  const isRepaired = drift > 0 && !run.dryRun && (await deps.store.repairSite(site, recount));
  return { drift, repaired: isRepaired ? 1 : 0 };
};

/** Undefined when time runs short. */
const articlesOf = async ({ store }: Deps, site: string, { now, hasTime }: Run) => {
  const articles = new Set<string>();
  for await (const day of touchedDays(store, [site], longestDays(now))) {
    if (!hasTime()) return undefined;
    for (const article of day.articles) articles.add(article);
  }
  return [...articles];
};
