import type { Vector } from '../features/vector.ts';
import type { Group, GroupThresholds } from './thresholds.ts';
import { type Weights, weightAt } from './weights.ts';

/** The sum of the weights, times `scale`, plus `bias` is the log-odds of spam. */
export type Linear = {
  readonly bias: number;
  readonly scale: number;
  readonly weights: Weights;
};

/** A linear model that can be shipped. */
export type Model = Linear & {
  /** What shares of honest comments exceed. */
  readonly thresholds: Readonly<Record<Group, GroupThresholds>>;
  /** First eight hexadecimal digits of the weights' checksum. */
  readonly hash: string;
};

/** Natural logarithm of the odds that a vector's comment is spam. */
export const logOdds = ({ bias, scale, weights }: Linear, { places, values }: Vector): number => {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += weightAt(weights, places[at] ?? 0) * (values[at] ?? 0);
  return bias + scale * sum;
};

/** Log-odds as a share of 1. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
