import type { Vector } from '../src/screening/filter/vector.ts';
import { BITS } from '../src/screening/filter/vector.ts';
import { type Random, randomFrom, shuffled } from './random.ts';

/** What is learned from: vectors, their classes and how much each counts. */
export type Lesson = { readonly vector: Vector; readonly isSpam: boolean; readonly weight: number };

/** Weights before they are rounded. */
export type Learned = { readonly weights: Float32Array; readonly bias: number };

export type Settings = {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every weight to zero at each touch. */
  readonly decay: number;
  /** Examples a place must occur in. */
  readonly seenMin: number;
  /** Weights kept; the least of the others go, and the kept ones learn on for an epoch. */
  readonly kept: number;
  readonly seed: number;
  readonly tell?: (step: string) => void;
};

/** Found on the development sets; see the model card for which these are. */
export const settings: Settings = { epochs: 4, rate: 0.1, decay: 1e-6, seenMin: 2, kept: 90_000, seed: 1 };

const PLACES = 2 ** BITS;
/** Smoothing of the classes' counts, and bounds of what their ratio makes of a place's rate. */
const ALPHA = 0.5;
const RATIO = { least: 0.15, most: 4 };

/** Counts of a place in both classes, each example once, weighted. */
const countPlaces = (lessons: readonly Lesson[]) => {
  const [spam, ham, seen] = [new Float64Array(PLACES), new Float64Array(PLACES), new Uint32Array(PLACES)];
  const last = new Int32Array(PLACES).fill(-1);
  let [spams, hams] = [0, 0];
  lessons.forEach(({ vector: { places }, isSpam, weight }, nth) => {
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

/** How telling each place is: the logarithm of the ratio of its shares in both classes (Wang and Manning 2012). */
const ratiosOf = (lessons: readonly Lesson[], seenMin: number): Float32Array => {
  const { spam, ham, seen, spams, hams } = countPlaces(lessons);
  return Float32Array.from(spam, (inSpam, place) => {
    if ((seen[place] ?? 0) < seenMin) return 0;
    const ratio = (inSpam + ALPHA) / (spams + 2 * ALPHA) / (((ham[place] ?? 0) + ALPHA) / (hams + 2 * ALPHA));
    return Math.min(RATIO.most, RATIO.least + Math.abs(Math.log(ratio)));
  });
};

/** Logistic regression by AdaGrad, each place scaled by its ratio; rare and unimportant places end at 0. */
export const learn = (lessons: readonly Lesson[], given: Partial<Settings> = {}): Learned => {
  const all = { ...settings, ...given };
  const ratios = ratiosOf(lessons, all.seenMin);
  const learner = learnerOf(ratios, all);
  const random = randomFrom(all.seed);
  for (let epoch = 1; epoch <= all.epochs; epoch += 1) {
    const loss = epochLoss(learner, lessons, random);
    all.tell?.(`epoch ${epoch} of ${all.epochs}: mean loss ${loss}`);
  }
  prune(learner.weights, ratios, all.kept);
  const loss = epochLoss(learner, lessons, random);
  all.tell?.(`epoch after pruning: mean loss ${loss}`);

  const weights = learner.weights.map((weight, place) => weight * (ratios[place] ?? 0));
  return { weights, bias: learner.bias() };
};

const epochLoss = (
  learner: ReturnType<typeof learnerOf>,
  lessons: readonly Lesson[],
  random: Random,
): string => {
  let [loss, total] = [0, 0];
  for (const lesson of shuffled(random, lessons)) {
    loss += lesson.weight * learner.step(lesson);
    total += lesson.weight;
  }
  return (loss / Math.max(1, total)).toFixed(4);
};

const learnerOf = (ratios: Float32Array, { rate, decay }: Settings) => {
  const weights = new Float32Array(PLACES);
  const squares = new Float32Array(PLACES).fill(1e-6);
  let bias = 0;
  let biasSquares = 1e-6;

  const sumOf = ({ places, values }: Vector): number => {
    let sum = bias;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number;
      sum += (weights[place] as number) * (ratios[place] as number) * (values[at] as number);
    }
    return sum;
  };

  const pull = ({ places, values }: Vector, error: number) => {
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number;
      const ratio = ratios[place] as number;
      if (ratio === 0) continue;
      const slope = error * (values[at] as number) * ratio + decay * (weights[place] as number);
      squares[place] = (squares[place] as number) + slope * slope;
      weights[place] = (weights[place] as number) - (rate * slope) / Math.sqrt(squares[place] as number);
    }
    biasSquares += error * error;
    bias -= (rate * error) / Math.sqrt(biasSquares);
  };

  /** One example; its logarithmic loss before the step. */
  const step = ({ vector, isSpam, weight }: Lesson): number => {
    const sum = sumOf(vector);
    const error = (1 / (1 + Math.exp(-sum)) - Number(isSpam)) * weight;
    if (Math.abs(error) > 1e-5) pull(vector, error);
    return Math.log1p(Math.exp(isSpam ? -sum : sum));
  };

  return { weights, step, bias: () => bias };
};

/** Leaves the weights that move scores most; a place without weight has no ratio from now on either. */
const prune = (weights: Float32Array, ratios: Float32Array, kept: number) => {
  const sizes = weights.map((weight, place) => Math.abs(weight) * (ratios[place] ?? 0));
  const least = sizes.toSorted()[Math.max(0, sizes.length - kept - 1)] ?? 0;
  sizes.forEach((size, place) => {
    if (size > least && size > 0) return;
    weights[place] = 0;
    ratios[place] = 0;
  });
};
