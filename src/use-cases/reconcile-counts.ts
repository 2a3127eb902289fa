import { dayOf, MINUTE_MS } from '../comment/time.ts';
import type { DecisionRecord } from '../moderation/decision.ts';
import { countNames } from '../moderation/tally.ts';
import type { ListSites } from '../storage/comment-store.ts';
import type {
  Checkpoints,
  HoldSiteCounts,
  ListTouched,
  Recount,
  RecountArticle,
  RepairCounts,
} from '../storage/maintenance-store.ts';
import { reconcileSite } from './reconcile/reconcile-site.ts';
import { type Place as DatedPlace, placesOf, type Stop, walksOf } from './reconcile/walks.ts';

const JOB = 'reconcile-counts';

/** The stream may be this late; an article changed since then is left to the next run. */
const QUIET_MS = 10 * MINUTE_MS;

type Decided = Place & { readonly decisions: readonly DecisionRecord[] };
type Deps = {
  readonly store: ListSites & ListTouched & RecountArticle & RepairCounts & HoldSiteCounts & Checkpoints;
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
  /** When a run came to its end last, in milliseconds since 1970: what changed since then was looked at by none. */
  readonly lastRun?: number | undefined;
};
/**
 * `drift` is the sum of all differences found: a counter that lied, by how much. It must stay 0, and so must `missed`, comments
 * that no stream told of, `lessons`, decisions that were not learned, `unsettled`, reports and appeals that were decided on,
 * and `unsealed`, audit events. `reached` is the day that the next run goes on with when time ran out.
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

/**
 * Recounts the articles that changed since the day of the last run, and holds the counts of sites against their articles'; repairs differences and
 * reports them. Stops when time runs short, and goes on after the last article or site next time: the run that is asked with the same
 * `since`, or any other before its own days.
 */
export const reconcileCounts = async (deps: Deps, run: Run): Promise<Tally> => {
  const tally: Tally = {
    ...{ articles: 0, busy: 0, drift: 0, missed: 0, lessons: 0, unsettled: 0, unsealed: 0, repaired: 0 },
    finished: true,
  };
  const kept = run.dryRun ? undefined : readStop(await deps.store.readCheckpoint(JOB, ''));
  const stop = await reconcileAll(deps, run, kept, tally);
  if (!run.dryRun && (kept || stop)) await deps.store.saveCheckpoint(JOB, '', stop && JSON.stringify(stop));
  return stop ? { ...tally, finished: false, reached: stop.day } : tally;
};

const readStop = (text: string | undefined): Stop | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Stop);

/**
 * Where the run before had time for all places and not for all sites, these come first; the counts of sites are held once in a run.
 * @returns where it stopped for lack of time, if it did
 */
const reconcileAll = async (
  deps: Deps,
  run: Run,
  kept: Stop | undefined,
  tally: Tally,
): Promise<Stop | undefined> => {
  const sites = (await deps.store.listSites()).map(({ id }) => id);
  if (!kept?.walked) {
    const stop = await reconcilePlaces(deps, run, { sites, walks: walksOf(run, kept) }, tally);
    const walked = { day: dayOf(run.now), since: run.since, walked: true } as const;
    return stop ?? (await reconcileSites(deps, run, { sites, stop: walked }, tally));
  }
  const stop = await reconcileSites(deps, run, { sites, stop: kept }, tally);
  const isDone = run.since !== undefined && run.since === kept.since;
  return stop || isDone ? stop : reconcilePlaces(deps, run, { sites, walks: walksOf(run, undefined) }, tally);
};

type Places = { readonly sites: readonly string[]; readonly walks: readonly [Stop, ...Stop[]] };

const reconcilePlaces = async (
  deps: Deps,
  run: Run,
  { sites, walks }: Places,
  tally: Tally,
): Promise<Stop | undefined> => {
  let stop = walks[0];
  for await (const place of placesOf(deps.store, walks, { sites, now: run.now })) {
    if (!run.hasTime()) return stop;
    await reconcilePlace(deps, place, run, tally);
    stop = place;
  }
  return undefined;
};

type Sites = { readonly sites: readonly string[]; readonly stop: Stop };

/** @param stop with the last site whose counts were held, if one was */
const reconcileSites = async (
  deps: Deps,
  run: Run,
  { sites, stop }: Sites,
  tally: Tally,
): Promise<Stop | undefined> => {
  let { held } = stop;
  for (const site of held === undefined ? sites : sites.slice(sites.indexOf(held) + 1)) {
    const found = run.hasTime() ? await reconcileSite(deps, site, run) : undefined;
    if (!found) return { ...stop, held };
    tally.drift += found.drift;
    tally.repaired += found.repaired;
    held = site;
  }
  return undefined;
};

const reconcilePlace = async (deps: Deps, { site, article }: DatedPlace, run: Run, tally: Tally) => {
  if (article !== undefined) await reconcileArticle(deps, { site, article }, run, tally);
  else tally.unsealed += await deps.sealMissed({ site }, run.now - QUIET_MS);
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
