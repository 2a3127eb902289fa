import type { Vector } from '../features/vector.ts';
import type { Group, GroupThresholds } from './thresholds.ts';
import { type Weights, weightAt } from './weights.ts';

/** A linear model: log-odds of spam are `bias` plus `scale` times the weighted sum of the features. */
export type Linear = {
  readonly bias: number;
  readonly scale: number;
  readonly weights: Weights;
};

/** A linear model with all that is needed to ship it. */
export type Model = Linear & {
  /** By group, the scores that given shares of honest comments exceed. */
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

/** Log-odds as a probability, 0 to 1. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
