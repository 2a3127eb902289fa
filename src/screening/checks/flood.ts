import type { Policy } from '../../comment/policy.ts';
import { DAY_MS, MINUTE_MS } from '../../comment/time.ts';
import type { Check } from '../check.ts';

/** The visitor has sent more comments than a sliding window allows. */
export const flood: Check<'flood'> = {
  name: 'flood',
  version: 1,
  run: ({ earlier, now, policy }) => {
    const freeAt = Math.max(...windowsOf(policy.flood).map((window) => freeFrom(earlier, window)));
    if (freeAt <= now) return undefined;

    const retryAfterS = Math.ceil((freeAt - now) / 1000);
    return {
      outcome: 'refuse',
      score: 1,
      traces: [{ field: 'visitor', term: `${earlier.length} comments before, next in ${retryAfterS} s` }],
      refusal: {
        code: 'too-many-comments',
        detail: `Too many comments in a short time; the next is accepted in ${retryAfterS} seconds.`,
        retryAfterS,
      },
    };
  },
};

type Window = { readonly spanMs: number; readonly most: number };

const windowsOf = ({ pauseS, per10Min, perDay }: Policy['flood']): readonly Window[] => [
  { spanMs: (pauseS ?? 0) * 1000, most: pauseS === null ? Number.POSITIVE_INFINITY : 1 },
  { spanMs: 10 * MINUTE_MS, most: per10Min ?? Number.POSITIVE_INFINITY },
  { spanMs: DAY_MS, most: perDay ?? Number.POSITIVE_INFINITY },
];

/** When the window allows the next comment: once the oldest one that fills it has left it. */
const freeFrom = (earlier: readonly number[], { spanMs, most }: Window): number =>
  (earlier[most - 1] ?? Number.NEGATIVE_INFINITY) + spanMs;
