import type { Linear } from '../src/screening/filter/model/model.ts';

/** A raw sum, its class and its weight. */
export type Sample = { readonly sum: number; readonly isSpam: boolean; readonly weight: number };

/** Turns raw sums into log-odds. */
export type Odds = { readonly slope: number; readonly offset: number };

const STEPS = 50;
const HALVINGS = 12;
/** Ridge penalty, which keeps the slope finite when the classes are separable. */
const RIDGE = 1;

/** Platt scaling by Newton's method: `slope * sum + offset` are calibrated log-odds. */
export const fitOdds = (samples: readonly Sample[]): Odds => {
  let odds: Odds = { slope: 1, offset: 0 };
  for (let step = 0; step < STEPS; step += 1) {
    const better = halved(newton(samples, odds)).find(
      (next) => lossOf(samples, moved(odds, next)) < lossOf(samples, odds) - 1e-9,
    );
    if (better === undefined) break;
    odds = moved(odds, better);
  }
  return { slope: Math.max(0.01, odds.slope), offset: odds.offset };
};

const newton = (samples: readonly Sample[], odds: Odds): Odds => {
  const { toSlope, toOffset, ss, so, oo } = curvature(samples, odds);
  const determinant = ss * oo - so * so || 1;
  return {
    slope: -(oo * toSlope - so * toOffset) / determinant,
    offset: -(ss * toOffset - so * toSlope) / determinant,
  };
};

/** A Newton step and its halves, for a line search. */
const halved = ({ slope, offset }: Odds): readonly Odds[] =>
  Array.from({ length: HALVINGS }, (_, nth) => ({ slope: slope / 2 ** nth, offset: offset / 2 ** nth }));

const moved = (from: Odds, by: Odds): Odds => ({
  slope: from.slope + by.slope,
  offset: from.offset + by.offset,
});

const lossOf = (samples: readonly Sample[], { slope, offset }: Odds): number =>
  samples.reduce(
    (loss, { sum, isSpam, weight }) => {
      const odds = slope * sum + offset;
      return loss + weight * softPlus(isSpam ? -odds : odds);
    },
    (RIDGE * ((slope - 1) ** 2 + offset ** 2)) / 2,
  );

const softPlus = (odds: number): number => Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));

/** First and second derivatives of the logarithmic loss. */
const curvature = (samples: readonly Sample[], { slope, offset }: Odds) => {
  const sums = { toSlope: RIDGE * (slope - 1), toOffset: RIDGE * offset, ss: RIDGE, so: 0, oo: RIDGE };
  for (const { sum, isSpam, weight } of samples) {
    const share = 1 / (1 + Math.exp(-(slope * sum + offset)));
    const error = weight * (share - Number(isSpam));
    const bend = weight * share * (1 - share);
    sums.toSlope += error * sum;
    sums.toOffset += error;
    sums.ss += bend * sum * sum;
    sums.so += bend * sum;
    sums.oo += bend;
  }
  return sums;
};

/** The model with calibrated log-odds. */
export const calibrated = <M extends Linear>(model: M, { slope, offset }: Odds): M => ({
  ...model,
  scale: slope * model.scale,
  bias: slope * model.bias + offset,
});
