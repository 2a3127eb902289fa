import type { Reply } from '../gateway/reply.ts';
import { cacheControlOf, secondsOf } from './cache-control.ts';

/** When a shared cache may use an answer, in milliseconds since 1970. */
export type Freshness = {
  /** Its age counts from here. */
  readonly bornMs: number;
  readonly freshUntilMs: number;
  /** The end of `stale-while-revalidate`. */
  readonly usableUntilMs: number;
};

/**
 * How long a shared cache may use an answer: `s-maxage`, and `stale-while-revalidate` on top (RFC 9111, RFC 5861).
 * @param askedMs when the function was called, not when it answered: a decision made in between may be missing from the answer
 * (RFC 9111, 4.2.3).
 * @returns undefined for an answer that must not be stored, or whose headers do not say for how long.
 */
export const freshnessOf = ({ headers }: Reply, askedMs: number): Freshness | undefined => {
  const directives = cacheControlOf(String(headers['cache-control'] ?? ''));
  const freshS = secondsOf(directives, 's-maxage');
  if (freshS === undefined || forbidding.some((name) => directives.has(name))) return undefined;
  const isStrict = directives.has('must-revalidate') || directives.has('proxy-revalidate');
  const staleS = isStrict ? 0 : (secondsOf(directives, 'stale-while-revalidate') ?? 0);
  const ageS = /^\d+$/.test(String(headers.age)) ? Number(headers.age) : 0;
  const bornMs = askedMs - 1000 * ageS;
  return {
    bornMs,
    freshUntilMs: bornMs + 1000 * freshS,
    usableUntilMs: bornMs + 1000 * (freshS + staleS),
  };
};

/** `no-cache` is among them: every use would have to call the function, which is the cost that the cache saves. */
const forbidding = ['no-store', 'no-cache', 'private'];

/** An answer from the future, as after the clock was set back, is not used. */
export const isUsable = ({ bornMs, usableUntilMs }: Freshness, nowMs: number): boolean =>
  bornMs <= nowMs && nowMs < usableUntilMs;

export const isFresh = ({ freshUntilMs }: Freshness, nowMs: number): boolean => nowMs < freshUntilMs;

/** The `Age` header: whole seconds (RFC 9111, 5.1). */
export const ageOf = ({ bornMs }: Freshness, nowMs: number): string =>
  String(Math.max(0, Math.floor((nowMs - bornMs) / 1000)));
