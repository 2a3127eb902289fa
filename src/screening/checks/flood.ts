import { DAY_MS, MINUTE_MS } from '../../comment/time.ts';
import { hasEarnedTrust } from '../../comment/trust.ts';
import type { Check, CheckResult, Evidence } from '../check.ts';

const TEN_MINUTES_MS = 10 * MINUTE_MS;

/**
 * More comments than a sliding window takes, from one proven person, from one network or on the whole site. Over a middle window it is held,
 * over an outer one refused, with a time. Whoever has earned trust does not answer for their network.
 */
export const flood: Check<'flood'> = {
  name: 'flood',
  version: 4,
  run: (evidence) => {
    const { now, policy } = evidence;
    const windows = windowsOf(evidence).filter(({ most }) => most !== null);
    const full = windows.filter((window) => freeFrom(window) > now);
    const outer = full.filter(({ outcome }) => outcome === 'refuse').map(freeFrom);
    if (isOver(evidence.siteRecent, policy.flood.sitePer10Min)) outer.push(now + TEN_MINUTES_MS);
    if (outer.length > 0) return refusal(evidence, Math.ceil((Math.max(...outer) - now) / 1000));

    const isHeld = full.length > 0 || isOver(evidence.siteRecent, policy.flood.siteHoldPer10Min);
    return isHeld ? { outcome: 'hold', score: 0.5, traces: [traceOf(evidence, 'at most held')] } : undefined;
  },
};

type Window = {
  readonly times: readonly number[];
  readonly spanMs: number;
  readonly most: number | null;
  readonly outcome: 'hold' | 'refuse';
};

const windowsOf = (evidence: Evidence): readonly Window[] => {
  const { neighbours, author, policy } = evidence;
  const { pauseS, per10Min, perDay, networkHoldPer10Min, networkPer10Min } = policy.flood;
  const times = timesOf(evidence);
  const person: readonly Window[] = [
    { times, spanMs: (pauseS ?? 0) * 1000, most: pauseS && 1, outcome: 'refuse' },
    { times, spanMs: TEN_MINUTES_MS, most: per10Min, outcome: 'hold' },
    { times, spanMs: DAY_MS, most: perDay, outcome: 'refuse' },
  ];
  // Only earned trust counts: a site that trusts everybody still counts strangers by their network.
  if (hasEarnedTrust(author, policy.firstComment)) return person;
  return [
    ...person,
    { times: neighbours, spanMs: TEN_MINUTES_MS, most: networkHoldPer10Min, outcome: 'hold' },
    { times: neighbours, spanMs: TEN_MINUTES_MS, most: networkPer10Min, outcome: 'refuse' },
  ];
};

/** When the person's other comments came in, newest first; also the one that their token was given for, unless it is among the others. */
const timesOf = ({ earlier, tokenAt }: Evidence): readonly number[] =>
  tokenAt === undefined || earlier.includes(tokenAt)
    ? earlier
    : [...earlier, tokenAt].sort((one, other) => other - one);

/** When the oldest comment that fills the window has left it. */
const freeFrom = ({ times, spanMs, most }: Window): number =>
  (times[(most ?? 0) - 1] ?? Number.NEGATIVE_INFINITY) + spanMs;

const isOver = (count: number, most: number | null): boolean => most !== null && count >= most;

const traceOf = (evidence: Evidence, next: string) => {
  const { neighbours, siteRecent } = evidence;
  const before = timesOf(evidence).length;
  return {
    field: 'visitor',
    term: `${before} comments before, ${neighbours.length} of the network, ${siteRecent} on the site, ${next}`,
  };
};

const refusal = (evidence: Evidence, retryAfterS: number): CheckResult => ({
  outcome: 'refuse',
  score: 1,
  traces: [traceOf(evidence, `next in ${retryAfterS} s`)],
  refusal: {
    code: 'too-many-comments',
    detail: `Too many comments in a short time; the next is accepted in ${retryAfterS} seconds.`,
    retryAfterS,
  },
});
