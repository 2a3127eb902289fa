import type { Policy } from '../../comment/policy.ts';
import type { Check } from '../check.ts';

const DAY_MS = 86_400_000;
const TEN_MINUTES_MS = 600_000;

/** More comments from one visitor than a sliding window takes. */
export const flood: Check = {
  name: 'flood',
  version: 1,
  look: ({ earlier, now, policy }) => {
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
  { spanMs: TEN_MINUTES_MS, most: per10Min ?? Number.POSITIVE_INFINITY },
  { spanMs: DAY_MS, most: perDay ?? Number.POSITIVE_INFINITY },
];

/** When the oldest comment that fills the window has left it. */
const freeFrom = (earlier: readonly number[], { spanMs, most }: Window): number =>
  (earlier[most - 1] ?? Number.NEGATIVE_INFINITY) + spanMs;
