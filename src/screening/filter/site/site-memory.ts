import { DAY_MS } from '../../../comment/time.ts';
import type { Audit, AuditKey } from './audit.ts';

/** What one moderator's decision teaches. Whole numbers, so that adding and subtracting leave no rest. */
export type Change = {
  /** The decision's event. The change is stored under it, and undoing the decision subtracts exactly this change. */
  readonly event: string;
  /**
   * Number of the 90-day season, counted since 1970. A change counts fully in its season and half as much in
   * each later one.
   */
  readonly season: number;
  readonly isSpam: boolean;
  /**
   * Steps of 1
   * STEPS_PER_ODD log-odds by bucket; empty when the filter was already right.
   */
  readonly steps: Readonly<Record<number, number>>;
  /** Whether the decision confirms the filter. Only counted; it changes no score. */
  readonly audit?: AuditKey;
};

/** The sums of one season's changes, small enough for one item. */
export type Season = {
  readonly season: number;
  /** Number of decisions of each class. */
  readonly spam: number;
  readonly ham: number;
  readonly steps: Readonly<Record<number, number>>;
  /** Decisions that confirmed or contradicted the filter. */
  readonly audit: Audit;
};

/** Everything that a site has learned; empty for a new site. */
export type SiteMemory = readonly Season[];

/** A site's table has 2,048 buckets, of which a comment touches a few dozen. */
export const BUCKET_BITS = 11;
export const STEPS_PER_ODD = 1_024;
const SEASON_MS = 90 * DAY_MS;
/** Seasons that count; the oldest counts an eighth. */
const SEASONS_MAX = 4;

/** Adds a change. Order does not matter; the store adds each event once. */
export const learned = (memory: SiteMemory, change: Change): SiteMemory => moved(memory, change, 1);

/** Subtracts a change that was added before. */
export const unlearned = (memory: SiteMemory, change: Change): SiteMemory => moved(memory, change, -1);

/** Parses a stored memory; undefined when it is damaged, and the shipped model then serves alone. */
export const readMemory = (stored: unknown): SiteMemory | undefined =>
  Array.isArray(stored) && stored.every(isSeason) ? stored : undefined;

/** The season of a time in milliseconds since 1970. */
export const seasonOf = (now: number): number => Math.floor(now / SEASON_MS);

/** When a season begins, at midnight UTC. */
export const startOf = (season: number): number => season * SEASON_MS;

/** When a season stops counting. */
export const endOfMemory = (season: number): number => startOf(season + SEASONS_MAX);

/** How much a season counts: 1 for the current one, half as much for each one since, and 0 in the end. */
export const shareOf = (season: number, now: number): number => {
  const age = Math.max(0, seasonOf(now) - season);
  return age < SEASONS_MAX ? 0.5 ** age : 0;
};

const moved = (memory: SiteMemory, { season, isSpam, steps, audit }: Change, sign: 1 | -1): SiteMemory => {
  const none = { season, spam: 0, ham: 0, steps: {}, audit: {} };
  const old: Season = memory.find((one) => one.season === season) ?? none;
  const sums: Record<number, number> = { ...old.steps };
  for (const [bucket, step] of Object.entries(steps))
    sums[Number(bucket)] = (sums[Number(bucket)] ?? 0) + sign * step;
  const kept = Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
  const next = {
    season,
    spam: old.spam + (isSpam ? sign : 0),
    ham: old.ham + (isSpam ? 0 : sign),
    steps: kept,
    audit: audit ? counted(old.audit, audit, sign) : old.audit,
  };
  const others = memory.filter((one) => one.season !== season);
  return next.spam === 0 && next.ham === 0 ? others : [...others, next].sort((a, b) => a.season - b.season);
};

const counted = (audit: Audit, key: AuditKey, sign: 1 | -1): Audit => {
  const { [key]: known = 0, ...others } = audit;
  return known + sign === 0 ? others : { ...others, [key]: known + sign };
};

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);

const isSeason = (stored: unknown): stored is Season => {
  if (typeof stored !== 'object' || stored === null) return false;
  const { season, spam, ham, steps, audit } = stored as Partial<Record<keyof Season, unknown>>;
  const counts = [season, spam, ham].every((count) => isWhole(count) && Number(count) >= 0);
  return counts && isRecordOf(steps, isStep) && isRecordOf(audit, isAudited);
};

const isRecordOf = (value: unknown, isEntry: (entry: readonly [string, unknown]) => boolean): boolean =>
  typeof value === 'object' && value !== null && Object.entries(value).every(isEntry);

const isAudited = ([key, count]: readonly [string, unknown]): boolean =>
  /^[a-z]+ [a-z]+$/i.test(key) && isWhole(count) && Number(count) >= 0;

const isStep = ([bucket, sum]: readonly [string, unknown]): boolean =>
  /^\d{1,4}$/.test(bucket) && Number(bucket) < 2 ** BUCKET_BITS && isWhole(sum);
