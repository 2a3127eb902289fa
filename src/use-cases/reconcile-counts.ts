import { DAY_MS, MINUTE_MS } from '../comment/time.ts';
import type { DecisionRecord } from '../moderation/decision.ts';
import { countNames } from '../moderation/tally.ts';
import type { ListSites, Page } from '../storage/comment-store.ts';
import type { ListTouched, Recount, RecountArticle, RepairCounts } from '../storage/maintenance-store.ts';

/** The stream may be this late; an article changed since then is left to the next run. */
const QUIET_MS = 10 * MINUTE_MS;
/** Days looked at, unless another is named: the one that ended last night and the one that began. */
const DAYS = 2;
/** Days for which activity is stored. */
export const DAYS_MAX = 400;
/** Days of sites that are read at once: most are empty. */
const READ_AT_ONCE = 25;

type Decided = Place & { readonly decisions: readonly DecisionRecord[] };
type Deps = {
  readonly store: ListSites & ListTouched & RecountArticle & RepairCounts;
  /** Teaches what was decided and not learned. @returns how many decisions that were */
  readonly learnMissed: (decided: Decided) => Promise<number>;
  /** Seals audit events that no stream told of before a moment, of a site's own trail where no article is named. @returns how many that were */
  readonly sealMissed: (trail: Partial<Place> & Pick<Place, 'site'>, before: number) => Promise<number>;
  /** Settles reports and appeals whose decision no stream told of. @returns how many that were */
  readonly settleMissed: (place: Place) => Promise<number>;
};
type Run = {
  readonly now: number;
  readonly dryRun: boolean;
  readonly hasTime: () => boolean;
  /** The first day to look at (UTC, yyyy-mm-dd), as after a table was restored: then what just changed is looked at too. */
  readonly since?: string | undefined;
};
/**
 * `drift` is the sum of all differences found: a counter that lied, by how much. It must stay 0, and so must `missed`, comments
 * that no stream told of, `lessons`, decisions that were not learned, `unsettled`, reports and appeals that were decided on,
 * and `unsealed`, audit events. `reached` is the day to go on from when time ran out.
 */
type Tally = {
  articles: number;
  busy: number;
  drift: number;
  missed: number;
  lessons: number;
  unsettled: number;
  unsealed: number;
  repaired: number;
  finished: boolean;
  reached?: string;
};

/** Recounts the articles that changed in the last days, repairs differences and reports them. */
export const reconcileCounts = async (deps: Deps, run: Run): Promise<Tally> => {
  const tally: Tally = {
    ...{ articles: 0, busy: 0, drift: 0, missed: 0, lessons: 0, unsettled: 0, unsealed: 0, repaired: 0 },
    finished: true,
  };
  for await (const { day, ...place } of touchedSince(deps, run)) {
    if (!run.hasTime()) return { ...tally, finished: false, reached: day };
    await reconcileArticle(deps, place, run, tally);
  }
  for (const { id: site } of await deps.store.listSites()) {
    if (!run.hasTime()) return { ...tally, finished: false, reached: dayOf(run.now) };
    tally.unsealed += await deps.sealMissed({ site }, run.now - QUIET_MS);
  }
  return tally;
};

type Place = { readonly site: string; readonly article: string };

const reconcileArticle = async (deps: Deps, place: Place, run: Run, tally: Tally) => {
  const { store, learnMissed, sealMissed, settleMissed } = deps;
  const recount = await store.recount(place.site, place.article);
  const drift = driftOf(recount);
  const isRight = drift === 0 && recount.missed.length === 0;
  const isBusy = run.since === undefined && recount.newest > run.now - QUIET_MS;

  tally.articles += 1;
  if (!isRight && isBusy) tally.busy += 1;
  if (isBusy) return;
  tally.drift += drift;
  tally.missed += recount.missed.length;
  if (!isRight && !run.dryRun && (await store.repair(place.site, place.article, recount)))
    tally.repaired += 1;
  tally.lessons += await learnMissed({ ...place, decisions: recount.decisions });
  tally.unsettled += await settleMissed(place);
  tally.unsealed += await sealMissed(place, run.now);
};

const driftOf = ({ stored, counted }: Recount): number =>
  countNames.reduce((sum, name) => sum + Math.abs(stored[name] - counted[name]), 0);

/** Each article that changed, once, with the first of its days. */
async function* touchedSince({ store }: Deps, run: Run): AsyncGenerator<Place & { readonly day: string }> {
  const sites = (await store.listSites()).map(({ id }) => id);
  const told = new Set<string>();
  for await (const { day, site, articles } of touchedDays(store, sites, daysOf(run)))
    for (const article of articles) {
      const name = `${site} ${article}`;
      if (!told.has(name)) yield { site, article, day };
      told.add(name);
    }
}

/** Oldest first. */
const daysOf = ({ now, since }: Run): readonly string[] => {
  const wanted = since === undefined ? DAYS : Math.ceil((now - Date.parse(since)) / DAY_MS);
  const count = Math.min(Math.max(wanted, DAYS), DAYS_MAX);
  return Array.from({ length: count }, (_, at) => dayOf(now - (count - 1 - at) * DAY_MS));
};

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A day (UTC, yyyy-mm-dd) of a site, with the articles that changed on it. */
export type TouchedDay = {
  readonly day: string;
  readonly site: string;
  readonly articles: readonly string[];
};

/** Days with the articles that changed on them, in order. Days on which nothing did are passed over, many in one round trip. */
export async function* touchedDays(
  store: ListTouched,
  sites: readonly string[],
  days: readonly string[],
): AsyncGenerator<TouchedDay> {
  const all = days.flatMap((day) => sites.map((site) => ({ day, site })));
  for (let at = 0; at < all.length; at += READ_AT_ONCE) {
    const asked = all.slice(at, at + READ_AT_ONCE);
    const found = await Promise.all(asked.map(({ site, day }) => listTouched(store, site, day)));
    for (const [nth, articles] of found.entries())
      if (articles.length > 0) yield { ...(asked[nth] as Omit<TouchedDay, 'articles'>), articles };
  }
}

const listTouched = async (store: ListTouched, site: string, day: string): Promise<readonly string[]> => {
  const articles: string[] = [];
  let from: string | undefined;
  do {
    const page: Page<string> = await store.listTouched(site, day, from);
    articles.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return articles;
};
