import { DAY_MS } from '../../../comment/time.ts';
import type { Audit, AuditKey } from './audit.ts';

/** What one moderator's decision teaches. Whole numbers, so that adding and subtracting leave no rest. */
export type ModelUpdate = {
  /** The decision's event. What takes the decision back subtracts exactly this change. */
  readonly event: string;
  /**
   * Number of the 90-day period, counted since 1970. A change counts fully in its period and half as much in
   * each later one.
   */
  readonly period: number;
  readonly isSpam: boolean;
  /** Steps by bucket, STEPS_PER_ODD to one log-odds; empty when the filter was already right. */
  readonly steps: Readonly<Record<number, number>>;
  /** Whether the decision confirms the filter. Only counted; it changes no score. */
  readonly audit?: AuditKey;
};

/** The sums of one period's changes, small enough for one item. */
export type Period = {
  readonly period: number;
  /** Number of decisions of each class. */
  readonly spam: number;
  readonly ham: number;
  readonly steps: Readonly<Record<number, number>>;
  /** Decisions that confirmed or contradicted the filter. */
  readonly audit: Audit;
};

/** Everything that a site has learned; empty for a new site. */
export type SiteMemory = readonly Period[];

/** A site's table has 2,048 buckets, of which a comment touches a few dozen. */
export const BUCKET_BITS = 11;
export const STEPS_PER_ODD = 1_024;
const PERIOD_MS = 90 * DAY_MS;
/** Periods that count; the oldest counts an eighth. */
const PERIODS_MAX = 4;

/** Adds a change. Order does not matter; the store adds each event once. */
export const learned = (memory: SiteMemory, change: ModelUpdate): SiteMemory => moved(memory, change, 1);

/** Subtracts a change that was added before. */
export const unlearned = (memory: SiteMemory, change: ModelUpdate): SiteMemory => moved(memory, change, -1);

/** Parses a stored memory; undefined when it is damaged, and the shipped model then serves alone. */
export const readMemory = (stored: unknown): SiteMemory | undefined =>
  Array.isArray(stored) && stored.every(isPeriod) ? stored : undefined;

/** The period of a time in milliseconds since 1970. */
export const periodOf = (now: number): number => Math.floor(now / PERIOD_MS);

/** When a period begins, at midnight UTC. */
export const startOf = (period: number): number => period * PERIOD_MS;

/** When a period stops counting. */
export const endOfMemory = (period: number): number => startOf(period + PERIODS_MAX);

/** How much a period counts: 1 for the current one, half as much for each one since, and 0 in the end. */
export const shareOf = (period: number, now: number): number => {
  const age = Math.max(0, periodOf(now) - period);
  return age < PERIODS_MAX ? 0.5 ** age : 0;
};

const moved = (
  memory: SiteMemory,
  { period, isSpam, steps, audit }: ModelUpdate,
  sign: 1 | -1,
): SiteMemory => {
  const none = { period, spam: 0, ham: 0, steps: {}, audit: {} };
  const old: Period = memory.find((one) => one.period === period) ?? none;
  const sums: Record<number, number> = { ...old.steps };
  for (const [bucket, step] of Object.entries(steps))
    sums[Number(bucket)] = (sums[Number(bucket)] ?? 0) + sign * step;
  const kept = Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
  const next = {
    period,
    spam: old.spam + (isSpam ? sign : 0),
    ham: old.ham + (isSpam ? 0 : sign),
    steps: kept,
    audit: audit ? counted(old.audit, audit, sign) : old.audit,
  };
  const others = memory.filter((one) => one.period !== period);
  return next.spam === 0 && next.ham === 0 ? others : [...others, next].sort((a, b) => a.period - b.period);
};

const counted = (audit: Audit, key: AuditKey, sign: 1 | -1): Audit => {
  const { [key]: known = 0, ...others } = audit;
  return known + sign === 0 ? others : { ...others, [key]: known + sign };
};

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);

const isPeriod = (stored: unknown): stored is Period => {
  if (typeof stored !== 'object' || stored === null) return false;
  const { period, spam, ham, steps, audit } = stored as Partial<Record<keyof Period, unknown>>;
  const counts = [period, spam, ham].every((count) => isWhole(count) && Number(count) >= 0);
  return counts && isRecordOf(steps, isStep) && isRecordOf(audit, isAudited);
};

const isRecordOf = (value: unknown, isEntry: (entry: readonly [string, unknown]) => boolean): boolean =>
  typeof value === 'object' && value !== null && Object.entries(value).every(isEntry);

const isAudited = ([key, count]: readonly [string, unknown]): boolean =>
  /^[a-z]+ [a-z]+$/i.test(key) && isWhole(count) && Number(count) >= 0;

const isStep = ([bucket, sum]: readonly [string, unknown]): boolean =>
  /^\d{1,4}$/.test(bucket) && Number(bucket) < 2 ** BUCKET_BITS && isWhole(sum);
