import { DAY_MS, DAYS_KEPT, dayOf } from '../../comment/time.ts';
import type { ListTouched } from '../../storage/maintenance-store.ts';
import { type TouchedDay, touchedDays } from './touched-days.ts';

/** Days looked at, unless another is named or the last run is longer ago: the one that ended last night and the one that began. */
const DAYS = 2;

/** An article on one of its days; without an article, the site itself. */
export type Place = { readonly site: string; readonly article?: string; readonly day: string };
/**
 * Where a run stopped: the last place that it looked at, or the day it was to begin with. Where all places were `walked`, `held` is the last site
 * whose counts it held.
 */
export type Stop = Pick<Place, 'day'> &
  Partial<Place> & {
    readonly since?: string | undefined;
    readonly walked?: true;
    readonly held?: string | undefined;
  };
/** What a run looks at in order: the sites, then what changed on each day from `day` on. After a stop, what comes behind it. */
export type Walk = Stop;

type Run = {
  readonly now: number;
  readonly since?: string | undefined;
  readonly lastRun?: number | undefined;
};

/** A run first ends the walk of the one before, then takes its own, unless that was the same. */
export const walksOf = (run: Run, stop: Stop | undefined): readonly [Walk, ...Walk[]] => {
  const { since } = run;
  const own = { day: firstDayOf(run), since };
  if (stop === undefined) return [own];
  return since !== undefined && stop.since === since ? [stop] : [stop, own];
};

type Setting = { readonly sites: readonly string[]; readonly now: number };

/** The places of some walks, each once, as a run can stop there. */
export async function* placesOf(
  store: ListTouched,
  walks: readonly Walk[],
  setting: Setting,
): AsyncGenerator<Stop & Place> {
  const told = new Set<string>();
  for (const walk of walks)
    for await (const place of placesOfWalk(store, walk, setting)) {
      const name = `${place.site} ${place.article ?? ''}`;
      if (told.has(name)) continue;
      told.add(name);
      yield { ...place, since: walk.since };
    }
}

async function* placesOfWalk(store: ListTouched, walk: Walk, { sites, now }: Setting): AsyncGenerator<Place> {
  for (const site of sitesAfter(walk, sites)) yield { site, day: walk.day };
  for await (const { site, day, articles } of touchedDays(store, sites, daysFrom(walk.day, now)))
    for (const article of articlesAfter(walk, { site, day, articles }, sites)) yield { site, day, article };
}

const sitesAfter = ({ site, article }: Walk, sites: readonly string[]): readonly string[] =>
  article === undefined ? sites.slice(site === undefined ? 0 : sites.indexOf(site) + 1) : [];

const articlesAfter = (
  walk: Walk,
  { site, day, articles }: TouchedDay,
  sites: readonly string[],
): readonly string[] => {
  if (walk.article === undefined || day !== walk.day) return articles;
  const order = sites.indexOf(site) - sites.indexOf(walk.site ?? '');
  if (order === 0) return articles.slice(articles.indexOf(walk.article) + 1);
  return order < 0 ? [] : articles;
};

/** Where no run came to its end for some days, all of them are looked at. */
const firstDayOf = ({ now, since, lastRun = now }: Run): string => {
  const wanted = daysSince(since ?? dayOf(lastRun), now);
  const count = Math.min(Math.max(wanted, DAYS), DAYS_KEPT);
  return dayOf(now - (count - 1) * DAY_MS);
};

/** How many days there are from one on, with it and today; none where it is to come. */
const daysSince = (day: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(day)) / DAY_MS) + 1);

/** All days that are kept. */
export const longestDays = (now: number): readonly string[] =>
  daysFrom(dayOf(now - (DAYS_KEPT - 1) * DAY_MS), now);

/** Oldest first, today last. */
const daysFrom = (day: string, now: number): readonly string[] => {
  const count = Math.min(daysSince(day, now), DAYS_KEPT);
  return Array.from({ length: count }, (_, at) => dayOf(now - (count - 1 - at) * DAY_MS));
};
