import { families } from './families.ts';
import { hashOf, seedOf } from './hash.ts';
import { probability } from './model.ts';
import type { Reading } from './reading.ts';

/** What one moderator's decision teaches: whole numbers, so that adding and taking away leave nothing behind. */
export type Change = {
  /** The decision's event; the change is kept with it, and undoing the decision takes exactly this away. */
  readonly event: string;
  /** Ninety days in which it counts in full, numbered since 1970; each later one halves it. */
  readonly season: number;
  readonly isSpam: boolean;
  /** Steps of 1 / STEPS_PER_ODD log-odds by bucket; none where the filter was right already. */
  readonly steps: Readonly<Record<number, number>>;
};

/** What moderators have taught about one season: sums of changes, small enough for one item. */
export type Season = {
  readonly season: number;
  /** Decisions of each class. */
  readonly spam: number;
  readonly ham: number;
  readonly steps: Readonly<Record<number, number>>;
};

/** All that a site has learned; the empty one knows nothing. */
export type SiteMemory = readonly Season[];

/** Buckets of a site's table: 2,048, of which a comment touches some dozens. */
const BUCKET_BITS = 11;
const FEATURES_MAX = 140;
const STEPS_PER_ODD = 1_024;
const SEASON_MS = 90 * 86_400_000;
/** Seasons that still count; the oldest counts an eighth. */
const SEASONS_MAX = 4;
/** Decisions of each class before a site's word counts. */
const EVIDENCE_MIN = 3;
/** Most that a site's word may move a comment, and one bucket its sum, in log-odds. */
const ODDS_MAX = 4;
const BUCKET_MAX = 4;
/** How far one decision moves a comment that was judged wrongly, in log-odds; found in the simulated streams. */
const RATE = 2;
/** A decision teaches nothing when the filter was this sure already. */
const ERROR_MIN = 0.1;

const NAMED = families
  .filter(({ name }) => name !== 'flags')
  .map((family) => ({ ...family, seed: seedOf(family.name) }));

/** Log-odds to add to the shipped model's for a comment on this site, -4 to 4. */
export const siteOdds = (memory: SiteMemory, reading: Reading, now: number): number => {
  const counting = memory.map((season) => ({ ...season, share: shareOf(season.season, now) }));
  const evidence = (of: 'spam' | 'ham') =>
    counting.reduce((sum, season) => sum + season[of] * season.share, 0);
  if (Math.min(evidence('spam'), evidence('ham')) < EVIDENCE_MIN) return 0;

  const buckets = bucketsOf(reading);
  const sum = buckets.reduce((odds, bucket) => {
    const steps = counting.reduce((all, season) => all + (season.steps[bucket] ?? 0) * season.share, 0);
    return odds + clamp(steps / STEPS_PER_ODD, BUCKET_MAX);
  }, 0);
  return clamp(sum / Math.sqrt(Math.max(1, buckets.length)), ODDS_MAX);
};

/** What a decision on a comment teaches, given the log-odds it had with all that was known before. */
export const changeOf = (
  { event, isSpam, now }: { readonly event: string; readonly isSpam: boolean; readonly now: number },
  reading: Reading,
  odds: number,
): Change => {
  const error = Number(isSpam) - probability(odds);
  const buckets = Math.abs(error) < ERROR_MIN ? [] : bucketsOf(reading);
  const step = Math.round((RATE * error * STEPS_PER_ODD) / Math.sqrt(Math.max(1, buckets.length)));
  const steps = Object.fromEntries(buckets.map((bucket) => [bucket, step]));
  return { event, season: seasonOf(now), isSpam, steps };
};

/** The memory with a change added. Order does not matter; the store adds each event once. */
export const learned = (memory: SiteMemory, change: Change): SiteMemory => moved(memory, change, 1);

/** The memory as if the change had never been. */
export const unlearned = (memory: SiteMemory, change: Change): SiteMemory => moved(memory, change, -1);

/** A stored memory, or undefined when it is damaged: then the shipped model serves alone. */
export const readMemory = (stored: unknown): SiteMemory | undefined =>
  Array.isArray(stored) && stored.every(isSeason) ? stored : undefined;

const moved = (memory: SiteMemory, { season, isSpam, steps }: Change, sign: 1 | -1): SiteMemory => {
  const old = memory.find((one) => one.season === season) ?? { season, spam: 0, ham: 0, steps: {} };
  const sums: Record<number, number> = { ...old.steps };
  for (const [bucket, step] of Object.entries(steps))
    sums[Number(bucket)] = (sums[Number(bucket)] ?? 0) + sign * step;
  const kept = Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
  const next = {
    season,
    spam: old.spam + (isSpam ? sign : 0),
    ham: old.ham + (isSpam ? 0 : sign),
    steps: kept,
  };
  const others = memory.filter((one) => one.season !== season);
  return next.spam === 0 && next.ham === 0 ? others : [...others, next].sort((a, b) => a.season - b.season);
};

const bucketsOf = (reading: Reading): readonly number[] => {
  const names = NAMED.flatMap(({ name, seed, names }) =>
    names(reading).map((feature) =>
      name === 'text' && feature.includes(' ') ? undefined : hashOf(seed, feature),
    ),
  );
  const buckets = names.filter((hash) => hash !== undefined).map((hash) => hash >>> (32 - BUCKET_BITS));
  return [...new Set(buckets)].slice(0, FEATURES_MAX);
};

const seasonOf = (now: number): number => Math.floor(now / SEASON_MS);

const shareOf = (season: number, now: number): number => {
  const age = Math.max(0, seasonOf(now) - season);
  return age < SEASONS_MAX ? 0.5 ** age : 0;
};

const clamp = (odds: number, most: number): number => Math.max(-most, Math.min(most, odds));

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);

const isSeason = (stored: unknown): stored is Season => {
  if (typeof stored !== 'object' || stored === null) return false;
  const { season, spam, ham, steps } = stored as Partial<Record<keyof Season, unknown>>;
  const counts = [season, spam, ham].every((count) => isWhole(count) && Number(count) >= 0);
  return counts && typeof steps === 'object' && steps !== null && Object.entries(steps).every(isStep);
};

const isStep = ([bucket, sum]: readonly [string, unknown]): boolean =>
  /^\d{1,4}$/.test(bucket) && Number(bucket) < 2 ** BUCKET_BITS && isWhole(sum);
