import type { Model } from '../src/screening/filter/model.ts';

/** A raw sum, its class and how much it counts. */
export type Sample = { readonly sum: number; readonly isSpam: boolean; readonly weight: number };

const STEPS = 50;
/** Keeps the slope finite where the classes part cleanly (a ridge towards no change). */
const RIDGE = 1;

/** Platt's slope and offset by Newton's method: `slope * sum + offset` is the log-odds that comes true. */
export const fitOdds = (samples: readonly Sample[]): { readonly slope: number; readonly offset: number } => {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const { toSlope, toOffset, ss, so, oo } = curvature(samples, slope, offset);
    const determinant = ss * oo - so * so;
    if (!(determinant > 0)) break;
    slope -= (oo * toSlope - so * toOffset) / determinant;
    offset -= (ss * toOffset - so * toSlope) / determinant;
  }
  return { slope: Math.max(0.01, slope), offset };
};

/** First and second derivatives of the logarithmic loss. */
const curvature = (samples: readonly Sample[], slope: number, offset: number) => {
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

/** The model whose log-odds are fitted. */
export const calibrated = <M extends Omit<Model, 'hash'>>(
  model: M,
  { slope, offset }: ReturnType<typeof fitOdds>,
): M => ({ ...model, scale: slope * model.scale, bias: slope * model.bias + offset });
