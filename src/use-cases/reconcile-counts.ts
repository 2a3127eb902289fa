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
 * Recounts the articles that changed in the last days, and holds the counts of sites against their articles'; repairs differences and
 * reports them. Stops when time runs short, and goes on after the last article next time: the run that is asked with the same `since`, or
 * any other before its own days.
 */
export const reconcileCounts = async (deps: Deps, run: Run): Promise<Tally> => {
  const tally: Tally = {
    ...{ articles: 0, busy: 0, drift: 0, missed: 0, lessons: 0, unsettled: 0, unsealed: 0, repaired: 0 },
    finished: true,
  };
  const kept = run.dryRun ? undefined : readStop(await deps.store.readCheckpoint(JOB, ''));
  const stop = await reconcilePlaces(deps, run, kept, tally);
  if (!run.dryRun && (kept || stop)) await deps.store.saveCheckpoint(JOB, '', stop && JSON.stringify(stop));
  return stop ? { ...tally, finished: false, reached: stop.day } : tally;
};

const readStop = (text: string | undefined): Stop | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Stop);

/** @returns where it stopped for lack of time, if it did */
const reconcilePlaces = async (
  deps: Deps,
  run: Run,
  kept: Stop | undefined,
  tally: Tally,
): Promise<Stop | undefined> => {
  const sites = (await deps.store.listSites()).map(({ id }) => id);
  const walks = walksOf(run, kept);
  let stop = walks[0] as Stop;
  for await (const place of placesOf(deps.store, walks, { sites, now: run.now })) {
    if (!run.hasTime()) return { ...stop, held: kept?.held };
    await reconcilePlace(deps, place, run, tally);
    stop = place;
  }
  const held = await reconcileSites(deps, run, { sites, held: kept?.held }, tally);
  return held.isLast ? undefined : { day: dayOf(run.now), since: run.since, held: held.site };
};

type Held = { readonly sites: readonly string[]; readonly held: string | undefined };

/** Once all articles are right. @returns the last site whose counts were held */
const reconcileSites = async (deps: Deps, run: Run, { sites, held }: Held, tally: Tally) => {
  let site = held;
  for (const next of held === undefined ? sites : sites.slice(sites.indexOf(held) + 1)) {
    if (!run.hasTime()) return { site, isLast: false };
    const { drift, repaired } = await reconcileSite(deps, next, run);
    tally.drift += drift;
    tally.repaired += repaired;
    site = next;
  }
  return { site, isLast: true };
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
