import { DAY_MS } from '../../../comment/time.ts';
import type { Audit, AuditKey } from './audit.ts';

/** What one moderator's decision teaches: whole numbers, so that adding and taking away leave nothing behind. */
export type Change = {
  /** The decision's event; the change is kept with it, and undoing the decision takes exactly this away. */
  readonly event: string;
  /** Ninety days in which it counts in full, numbered since 1970; each later one halves it. */
  readonly season: number;
  readonly isSpam: boolean;
  /** Steps of 1 / STEPS_PER_ODD log-odds by bucket; none where the filter was right already. */
  readonly steps: Readonly<Record<number, number>>;
  /** What the decision says of the filter; it is counted and moves nothing. */
  readonly audit?: AuditKey;
};

/** What moderators have taught about one season: sums of changes, small enough for one item. */
export type Season = {
  readonly season: number;
  /** Decisions of each class. */
  readonly spam: number;
  readonly ham: number;
  readonly steps: Readonly<Record<number, number>>;
  /** Decisions that confirmed or contradicted the filter. */
  readonly audit: Audit;
};

/** All that a site has learned; the empty one knows nothing. */
export type SiteMemory = readonly Season[];

/** Buckets of a site's table: 2,048, of which a comment touches some dozens. */
export const BUCKET_BITS = 11;
export const STEPS_PER_ODD = 1_024;
const SEASON_MS = 90 * DAY_MS;
/** Seasons that still count; the oldest counts an eighth. */
const SEASONS_MAX = 4;

/** The memory with a change added. Order does not matter; the store adds each event once. */
export const learned = (memory: SiteMemory, change: Change): SiteMemory => moved(memory, change, 1);

/** The memory as if the change had never been. */
export const unlearned = (memory: SiteMemory, change: Change): SiteMemory => moved(memory, change, -1);

/** A stored memory, or undefined when it is damaged: then the shipped model serves alone. */
export const readMemory = (stored: unknown): SiteMemory | undefined =>
  Array.isArray(stored) && stored.every(isSeason) ? stored : undefined;

/** The season of a moment, in milliseconds since 1970. */
export const seasonOf = (now: number): number => Math.floor(now / SEASON_MS);

/** When a season begins, at midnight UTC. */
export const startOf = (season: number): number => season * SEASON_MS;

/** From when on nothing of a season counts any more. */
export const endOfMemory = (season: number): number => startOf(season + SEASONS_MAX);

/** How much a season counts: 1 for this one, half of it for each one since, and at last 0. */
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
