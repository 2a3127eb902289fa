import { caughtAt, type Scored } from './figures.ts';
import { type Random, randomFrom } from './random.ts';

/** Standard errors on each side of a 95 % interval. */
const Z = 1.96;
const RESAMPLES = 200;
const TAIL = 0.025;

export type Interval = readonly [from: number, to: number];

/** Wilson's 95 % interval (1927) of a share, 0 to 1, of which `found` of `all` were seen. */
export const shareInterval = (found: number, all: number): Interval => {
  if (all === 0) return [0, 1];
  const share = found / all;
  const middle = (share + Z ** 2 / (2 * all)) / (1 + Z ** 2 / all);
  const half = (Z / (1 + Z ** 2 / all)) * Math.sqrt((share * (1 - share)) / all + (Z / (2 * all)) ** 2);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

/** The 95 % bootstrap interval of a figure. */
export const bootstrap = (figure: (random: Random) => number, seed: number, times = RESAMPLES): Interval => {
  const random = randomFrom(seed);
  const figures = Float64Array.from({ length: times }, () => figure(random)).sort();
  const at = (share: number) => figures[Math.floor(share * (times - 1))] ?? Number.NaN;
  return [at(TAIL), at(1 - TAIL)];
};

/** A resample: as many elements, drawn with replacement. */
export const drawn = <T>(all: ArrayLike<T>, random: Random): readonly T[] =>
  Array.from({ length: all.length }, () => all[Math.floor(random() * all.length)] as T);

/** The interval of `caughtAt`; threshold and recall are both resampled. */
export const caughtInterval = (judged: readonly Scored[], hamShare: number, seed: number): Interval =>
  bootstrap((random) => caughtAt(drawn(judged, random), hamShare), seed);
