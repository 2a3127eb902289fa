import { BITS } from '../src/screening/filter/features/vector.ts';
import { type Lesson, learnEpoch, noState, type Pace, type Scales, weightsOf } from './learner.ts';
import { type Random, randomFrom } from './random.ts';
import { noWords, type WordVectors } from './word-vectors/word-vectors.ts';

/** Weights before they are rounded. */
export type Learned = { readonly weights: Float32Array; readonly bias: number };

export type Settings = Pace & {
  readonly epochs: number;
  /** Examples in which a place must occur to be learned; the vector of its word may give it a weight all the same. */
  readonly seenMin: number;
  /** Weights kept; those that change scores least are pruned. */
  readonly kept: number;
  /** Number of fits that are averaged; each sees the examples in an order of its own. */
  readonly fits: number;
  readonly seed: number;
  /** What is known of words before anything is learned. */
  readonly words: WordVectors;
  readonly tell?: (step: string) => void;
};

/** Tuned on the development sets, which the model card names. */
export const settings: Settings = {
  ...{ epochs: 4, rate: 0.1, decay: 1e-6, seenMin: 2, kept: 200_000 },
  ...{ fits: 6, seed: 1, words: noWords() },
};

const PLACES = 2 ** BITS;
/** Smoothing of the class counts, and bounds of a place's ratio. */
const ALPHA = 0.5;
const RATIO = { least: 0.15, most: 4 };

/** Learns from one draw of the examples. */
export const learn = (lessons: readonly Lesson[], given: Partial<Settings> = {}): Learned =>
  learnFromDraws([lessons], given);

/**
 * Logistic regression by AdaGrad, each place scaled by its ratio; places that are rare, unless their word has a vector, and unimportant ones end at 0. The
 * order of the examples, and what was drawn when they were generated, change a single fit's figures by percentage points.
 * So the fits take turns at several draws, and their mean is pruned. What words mean speaks through their vectors, whose part
 * in the end adds to the weights of the words, so that nothing but weights is needed to judge.
 */
export const learnFromDraws = (
  draws: readonly (readonly Lesson[])[],
  given: Partial<Settings> = {},
): Learned => {
  const all = { ...settings, ...given };
  const scales = { ratios: ratiosOf(draws, all.seenMin), words: all.words };
  const fits = randomsOf(all).map((random, nth) => {
    const fit = fitOf(draws[nth % draws.length] ?? [], scales, { all, random });
    all.tell?.(`fit ${nth + 1} of ${all.fits}: mean loss ${fit.loss.toFixed(4)}`);
    return fit;
  });
  const bias = fits.reduce((sum, fit) => sum + fit.bias / fits.length, 0);
  return { weights: prune(meanOf(fits), amountsOf(draws.flat()), all.kept), bias };
};

const fitOf = (
  lessons: readonly Lesson[],
  scales: Scales,
  { all, random }: { readonly all: Settings; readonly random: Random },
): Learned & { readonly loss: number } => {
  const state = noState(scales.words);
  const losses = Array.from({ length: all.epochs }, () =>
    learnEpoch(state, lessons, scales, { pace: all, random }),
  );
  return { weights: weightsOf(state, scales), bias: state.bias, loss: losses.at(-1) ?? 0 };
};

/** The element-wise mean of several fits' weights. */
const meanOf = (fits: readonly Learned[]): Float32Array => {
  const sums = new Float32Array(PLACES);
  for (const { weights } of fits)
    weights.forEach((weight, place) => {
      sums[place] = (sums[place] ?? 0) + weight / fits.length;
    });
  return sums;
};

/** A source of random numbers for each fit; fits of different command-line seeds never share one. */
const randomsOf = ({ fits, seed }: Settings) =>
  Array.from({ length: fits }, (_, nth) => randomFrom(seed + 1_000 * nth));

/** The absolute log-ratio of each place's shares in both classes (Wang and Manning 2012): how informative it is. */
const ratiosOf = (draws: readonly (readonly Lesson[])[], seenMin: number): Float32Array => {
  const { spam, ham, seen, spams, hams } = countPlaces(draws.flat(), 1 / draws.length);
  return Float32Array.from(spam, (inSpam, place) => {
    if ((seen[place] ?? 0) < seenMin) return 0;
    const ratio = (inSpam + ALPHA) / (spams + 2 * ALPHA) / (((ham[place] ?? 0) + ALPHA) / (hams + 2 * ALPHA));
    return Math.min(RATIO.most, RATIO.least + Math.abs(Math.log(ratio)));
  });
};

/** Weighted number of examples of each class in which a place occurs; each counts as a `share` of itself. */
const countPlaces = (lessons: readonly Lesson[], share: number) => {
  const [spam, ham, seen] = [new Float64Array(PLACES), new Float64Array(PLACES), new Uint32Array(PLACES)];
  const last = new Int32Array(PLACES).fill(-1);
  let [spams, hams] = [0, 0];
  lessons.forEach(({ vector: { places }, isSpam, weight: full }, nth) => {
    const weight = share * full;
    if (isSpam) spams += weight;
    else hams += weight;
    const counts = isSpam ? spam : ham;
    for (const place of places) {
      if (last[place] === nth) continue;
      last[place] = nth;
      counts[place] = (counts[place] ?? 0) + weight;
      seen[place] = (seen[place] ?? 0) + 1;
    }
  });
  return { spam, ham, seen, spams, hams };
};

/** The mean amount of each place in the examples that have it. */
const amountsOf = (lessons: readonly Lesson[]): Float32Array => {
  const [sums, seen] = [new Float32Array(PLACES), new Uint32Array(PLACES)];
  for (const { vector } of lessons)
    vector.places.forEach((place, at) => {
      sums[place] = (sums[place] ?? 0) + (vector.values[at] ?? 0);
      seen[place] = (seen[place] ?? 0) + 1;
    });
  return sums.map((sum, place) => sum / Math.max(1, seen[place] ?? 0));
};

/** Keeps the weights that change scores most, which one of a flag does more than one of a letter n-gram among hundreds. */
const prune = (weights: Float32Array, amounts: Float32Array, kept: number): Float32Array => {
  const sizes = weights.map((weight, place) => Math.abs(weight) * (amounts[place] ?? 0));
  const least = sizes.toSorted()[Math.max(0, sizes.length - kept - 1)] ?? 0;
  return weights.map((weight, place) => ((sizes[place] ?? 0) > least ? weight : 0));
};
