import type { Vector } from '../src/screening/filter/features/vector.ts';
import { BITS } from '../src/screening/filter/features/vector.ts';
import { type Random, shuffled } from './random.ts';

/** One training example: its vector, its class and its weight in the loss. */
export type Lesson = { readonly vector: Vector; readonly isSpam: boolean; readonly weight: number };

/** How strongly an example changes the weights. */
export type Pace = {
  readonly rate: number;
  /** Weight decay at each update. */
  readonly decay: number;
};

/**
 * Weights during training, before they are multiplied by their places' ratios, with AdaGrad's sums of squared
 * gradients.
 */
export type State = {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  bias: number;
  biasSquares: number;
};

const PLACES = 2 ** BITS;
/** Keeps AdaGrad's first step finite. */
const SQUARES_MIN = 1e-6;
/** Smaller errors cause no update. */
const ERROR_MIN = 1e-5;

export const noState = (): State => ({
  weights: new Float32Array(PLACES),
  squares: new Float32Array(PLACES).fill(SQUARES_MIN),
  bias: 0,
  biasSquares: SQUARES_MIN,
});

/** The element-wise mean of several states. */
export const meanOf = (states: readonly State[]): State => {
  const mean = (of: (state: State) => number) =>
    states.reduce((sum, state) => sum + of(state), 0) / states.length;
  const meanArray = (of: (state: State) => Float32Array) => {
    const sums = new Float32Array(PLACES);
    for (const state of states)
      of(state).forEach((figure, place) => {
        sums[place] = (sums[place] as number) + figure / states.length;
      });
    return sums;
  };
  return {
    weights: meanArray(({ weights }) => weights),
    squares: meanArray(({ squares }) => squares),
    bias: mean(({ bias }) => bias),
    biasSquares: mean(({ biasSquares }) => biasSquares),
  };
};

/** Trains on every lesson once, in random order. Returns the mean logarithmic loss before each step. */
export const learnEpoch = (
  state: State,
  lessons: readonly Lesson[],
  ratios: Float32Array,
  { pace, random }: { readonly pace: Pace; readonly random: Random },
): number => {
  let [loss, total] = [0, 0];
  for (const lesson of shuffled(random, lessons)) {
    loss += lesson.weight * step(state, lesson, ratios, pace);
    total += lesson.weight;
  }
  return loss / Math.max(1, total);
};

const step = (state: State, lesson: Lesson, ratios: Float32Array, pace: Pace): number => {
  const sum = sumOf(state, lesson.vector, ratios);
  const error = (1 / (1 + Math.exp(-sum)) - Number(lesson.isSpam)) * lesson.weight;
  if (Math.abs(error) > ERROR_MIN) pull(state, lesson.vector, ratios, { ...pace, error });
  return Math.log1p(Math.exp(lesson.isSpam ? -sum : sum));
};

const sumOf = ({ weights, bias }: State, { places, values }: Vector, ratios: Float32Array): number => {
  let sum = bias;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    sum += (weights[place] as number) * (ratios[place] as number) * (values[at] as number);
  }
  return sum;
};

const pull = (
  state: State,
  { places, values }: Vector,
  ratios: Float32Array,
  { rate, decay, error }: Pace & { readonly error: number },
) => {
  const { weights, squares } = state;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const ratio = ratios[place] as number;
    if (ratio === 0) continue;
    const slope = error * (values[at] as number) * ratio + decay * (weights[place] as number);
    squares[place] = (squares[place] as number) + slope * slope;
    weights[place] = (weights[place] as number) - (rate * slope) / Math.sqrt(squares[place] as number);
  }
  state.biasSquares += error * error;
  state.bias -= (rate * error) / Math.sqrt(state.biasSquares);
};
