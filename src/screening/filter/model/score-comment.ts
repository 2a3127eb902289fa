import { type Bag, newMemory } from '../features/memory.ts';
import { amountOf, bagsOf, placeOf, type Vector, vectorOf } from '../features/vector.ts';
import type { FilterInput } from '../reading/filter-input.ts';
import { passagesOf } from '../reading/passages.ts';
import { type Reading, read } from '../reading/reading.ts';
import type { Linear } from './model.ts';
import { weightAt } from './weights.ts';

/** A model's score of a comment, in log-odds of spam. */
export type Score = {
  /** Score of the comment as a whole. Only this one can make it spam, since people quote the spam they warn of. */
  readonly whole: number;
  /** The higher of the whole's score and its worst passage's. It can have the comment held. */
  readonly worst: number;
  /** The reading of whichever scored worst. */
  readonly reading: Reading;
};

/** Scores the whole comment and each of its passages. */
export const scoreOf = (model: Linear, input: FilterInput, reading: Reading = read(input)): Score => {
  const oddsOf = scorer(model);
  const whole = oddsOf(reading);
  const parts = passagesOf(input).map((passage) => {
    const part = read(passage, reading);
    return { reading: part, worst: oddsOf(part) };
  });
  const start = { reading, worst: whole };
  return { whole, ...parts.reduce((most, part) => (part.worst > most.worst ? part : most), start) };
};

/** A memory with more features is given up: passages that are so different have little in common to remember. */
const FEATURES_MAX = 8_000;

/**
 * What gives the `logOdds` of a comment's and its passages' vectors, to the last bit, without making the vectors: a feature is worked
 * out, and its weight looked up, once for all of them.
 */
const scorer = ({ bias, scale, weights }: Linear): ((reading: Reading) => number) => {
  let memory = newMemory();
  let known: number[] = [];
  return (reading) => {
    if (known.length > FEATURES_MAX) [memory, known] = [newMemory(), []];
    const bags = bagsOf(reading, memory);
    for (const hash of memory.register.hashes(known.length)) known.push(weightAt(weights, placeOf(hash)));
    return bias + scale * bags.reduce((sum, bag) => added(sum, bag, known), 0);
  };
};

/** The sum with what a bag's features weigh, by their numbers' weights. */
const added = (before: number, bag: Bag, weights: readonly number[]): number => {
  const { numbers } = bag.tally;
  let sum = before;
  for (let entry = 0; entry < numbers.length; entry += 1)
    sum += (weights[numbers[entry] ?? 0] ?? 0) * Math.fround(amountOf(bag, entry));
  return sum;
};

/** Feature vectors of a comment's passages, to score one comment with several models. */
export const passageVectors = (input: FilterInput): readonly Vector[] =>
  passagesOf(input).map((passage) => vectorOf(read(passage)));
