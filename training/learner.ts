import type { Vector } from '../src/screening/filter/features/vector.ts';
import { BITS } from '../src/screening/filter/features/vector.ts';
import { type Random, shuffled } from './random.ts';
import type { WordVectors } from './word-vectors/word-vectors.ts';

/** One training example: its vector, its class and its weight in the loss. */
export type Lesson = { readonly vector: Vector; readonly isSpam: boolean; readonly weight: number };

/** How strongly an example changes the weights. */
export type Pace = {
  readonly rate: number;
  /** Weight decay at each update. */
  readonly decay: number;
};

/** What is the same for all steps: each place's ratio, and the vectors of words. */
export type Scales = { readonly ratios: Float32Array; readonly words: WordVectors };

/**
 * Weights during training, before they are multiplied by their places' ratios, and a weight for each figure of a word's vector,
 * with AdaGrad's sums of squared gradients.
 */
export type State = {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly figures: Float64Array;
  readonly figureSquares: Float64Array;
  bias: number;
  biasSquares: number;
};

const PLACES = 2 ** BITS;
/** Keeps AdaGrad's first step finite. */
const SQUARES_MIN = 1e-6;
/** The same for the figures of words' vectors, and their rate. */
const FIGURE_SQUARES_MIN = 1e-3;
const FIGURE_RATE = 0.1;
/** Smaller errors cause no update. */
const ERROR_MIN = 1e-5;

export const noState = ({ length }: WordVectors): State => ({
  weights: new Float32Array(PLACES),
  squares: new Float32Array(PLACES).fill(SQUARES_MIN),
  figures: new Float64Array(length),
  figureSquares: new Float64Array(length).fill(FIGURE_SQUARES_MIN),
  bias: 0,
  biasSquares: SQUARES_MIN,
});

/** Trains on every lesson once, in random order. Returns the mean logarithmic loss before each step. */
export const learnEpoch = (
  state: State,
  lessons: readonly Lesson[],
  scales: Scales,
  { pace, random }: { readonly pace: Pace; readonly random: Random },
): number => {
  const said = new Float64Array(state.figures.length);
  let [loss, total] = [0, 0];
  for (const lesson of shuffled(random, lessons)) {
    loss += lesson.weight * step(state, lesson, { ...scales, said }, pace);
    total += lesson.weight;
  }
  return loss / Math.max(1, total);
};

/** `said` is the sum of the vectors of a lesson's words. */
type Step = Scales & { readonly said: Float64Array };

const step = (state: State, lesson: Lesson, scales: Step, pace: Pace): number => {
  sumWords(lesson.vector, scales);
  const sum = sumOf(state, lesson.vector, scales);
  const error = (1 / (1 + Math.exp(-sum)) - Number(lesson.isSpam)) * lesson.weight;
  if (Math.abs(error) > ERROR_MIN) {
    pull(state, lesson.vector, scales.ratios, { ...pace, error });
    pullFigures(state, scales.said, error);
  }
  return Math.log1p(Math.exp(lesson.isSpam ? -sum : sum));
};

const sumWords = ({ places, values }: Vector, { said, words: { rows, figures, length } }: Step): void => {
  said.fill(0);
  for (let at = 0; at < places.length; at += 1) {
    const row = rows[places[at] as number] as number;
    if (row < 0) continue;
    const value = values[at] as number;
    for (let nth = 0; nth < length; nth += 1)
      said[nth] = (said[nth] as number) + value * (figures[row * length + nth] as number);
  }
};

const sumOf = (
  { weights, figures, bias }: State,
  { places, values }: Vector,
  { ratios, said }: Step,
): number => {
  let sum = bias;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    sum += (weights[place] as number) * (ratios[place] as number) * (values[at] as number);
  }
  for (let nth = 0; nth < said.length; nth += 1) sum += (figures[nth] as number) * (said[nth] as number);
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

const pullFigures = ({ figures, figureSquares }: State, said: Float64Array, error: number): void => {
  for (let nth = 0; nth < said.length; nth += 1) {
    const slope = error * (said[nth] as number);
    const squares = (figureSquares[nth] as number) + slope * slope;
    figureSquares[nth] = squares;
    figures[nth] = (figures[nth] as number) - (FIGURE_RATE * slope) / Math.sqrt(squares);
  }
};

/** A state's weights, multiplied by their ratios, with what their words' vectors add. */
export const weightsOf = ({ weights, figures }: State, { ratios, words }: Scales): Float32Array =>
  weights.map((weight, place) => {
    const row = words.rows[place] as number;
    const own = weight * (ratios[place] as number);
    if (row < 0) return own;
    return figures.reduce(
      (sum, figure, nth) => sum + figure * (words.figures[row * words.length + nth] as number),
      own,
    );
  });
