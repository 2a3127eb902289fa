import { type Vector, vectorOf } from '../features/vector.ts';
import type { FilterInput } from '../reading/filter-input.ts';
import { passagesOf } from '../reading/passages.ts';
import { type Reading, read } from '../reading/reading.ts';
import { type Linear, logOdds } from './model.ts';

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
  const whole = logOdds(model, vectorOf(reading));
  const parts = passagesOf(input).map((passage) => {
    const part = read(passage, reading);
    return { reading: part, worst: logOdds(model, vectorOf(part)) };
  });
  const start = { reading, worst: whole };
  return { whole, ...parts.reduce((most, part) => (part.worst > most.worst ? part : most), start) };
};

/** Feature vectors of a comment's passages, to score one comment with several models. */
export const passageVectors = (input: FilterInput): readonly Vector[] =>
  passagesOf(input).map((passage) => vectorOf(read(passage)));
