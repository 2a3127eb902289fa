import { DAY_MS, MINUTE_MS } from '../comment/time.ts';
import { countNames } from '../moderation/tally.ts';
import type { ListSites, Page } from '../storage/comment-store.ts';
import type { ListTouched, Recount, RecountArticle, RepairCounts } from '../storage/upkeep-store.ts';

/** The stream may be this late; an article changed since then is left to the next run. */
const QUIET_MS = 10 * MINUTE_MS;
/** Days looked at: the one that ended last night and the one that began. */
const DAYS = 2;

type Deps = { readonly store: ListSites & ListTouched & RecountArticle & RepairCounts };
type Run = { readonly now: number; readonly dryRun: boolean; readonly hasTime: () => boolean };
/** `drift` is the sum of all differences found: a counter that lied, by how much. It must stay 0. */
type Tally = { articles: number; busy: number; drift: number; repaired: number; finished: boolean };

/** Counts again what changed in the last days, repairs what is wrong and says by how much it was. */
export const reconcileCounts = async ({ store }: Deps, run: Run): Promise<Tally> => {
  const tally: Tally = { articles: 0, busy: 0, drift: 0, repaired: 0, finished: true };
  for (const { id } of await store.listSites())
    for (const article of await touchedArticles({ store }, id, run)) {
      tally.finished &&= run.hasTime();
      if (!tally.finished) return tally;
      await reconcileArticle({ store }, { site: id, article }, run, tally);
    }
  return tally;
};

type Place = { readonly site: string; readonly article: string };

const reconcileArticle = async ({ store }: Deps, { site, article }: Place, run: Run, tally: Tally) => {
  const recount = await store.recount(site, article);
  const drift = driftOf(recount);
  const isBusy = recount.newest > run.now - QUIET_MS;

  tally.articles += 1;
  if (drift > 0 && isBusy) tally.busy += 1;
  if (drift === 0 || isBusy) return;
  tally.drift += drift;
  if (!run.dryRun && (await store.repair(site, article, recount))) tally.repaired += 1;
};

const driftOf = ({ stored, counted }: Recount): number =>
  countNames.reduce((sum, name) => sum + Math.abs(stored[name] - counted[name]), 0);

const touchedArticles = async ({ store }: Deps, site: string, { now }: Run): Promise<ReadonlySet<string>> => {
  const articles = new Set<string>();
  for (let ago = DAYS - 1; ago >= 0; ago -= 1) {
    const day = new Date(now - ago * DAY_MS).toISOString().slice(0, 10);
    let from: string | undefined;
    do {
      const page: Page<string> = await store.listTouched(site, day, from);
      for (const article of page.items) articles.add(article);
      from = page.next;
    } while (from !== undefined);
  }
  return articles;
};
