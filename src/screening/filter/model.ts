import type { FilterInput } from './input.ts';
import { read } from './reading.ts';
import { type Vector, vectorOf } from './vector.ts';

/** A linear model: the sum of its weights, times `scale`, plus `bias` is the log-odds of spam. */
export type Model = {
  readonly bias: number;
  readonly scale: number;
  /** One of -127 to 127 for each of the 2^BITS places; nearly all are 0. */
  readonly weights: Int8Array;
  /** First eight hexadecimal digits of the weights' checksum. */
  readonly hash: string;
};

/** Natural logarithm of the odds that a vector's comment is spam. */
export const logOdds = ({ bias, scale, weights }: Model, { places, values }: Vector): number => {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return bias + scale * sum;
};

/** Log-odds that a comment is spam, whatever it holds. */
export const judge = (model: Model, input: FilterInput): number => logOdds(model, vectorOf(read(input)));

/** Log-odds as a share of 1. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
