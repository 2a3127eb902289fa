import { type Vector, vectorOf } from '../features/vector.ts';
import type { FilterInput } from '../reading/filter-input.ts';
import { stretchesOf } from '../reading/passages.ts';
import { type Reading, read } from '../reading/reading.ts';
import { type Linear, logOdds } from './model.ts';

/** What a model says of a comment, in log-odds of spam. */
export type Score = {
  /** Of the comment as a whole; it alone can call it spam, since people quote what they warn of. */
  readonly whole: number;
  /** The same, or its worst stretch where that is higher: it can have the comment held. */
  readonly worst: number;
  /** What was read where it is worst. */
  readonly reading: Reading;
};

/** Judges the whole and every stretch. */
export const scoreOf = (model: Linear, input: FilterInput, reading: Reading = read(input)): Score => {
  const whole = logOdds(model, vectorOf(reading));
  const parts = stretchesOf(input).map((stretch) => {
    const part = read(stretch);
    return { reading: part, worst: logOdds(model, vectorOf(part)) };
  });
  const start = { reading, worst: whole };
  return { whole, ...parts.reduce((most, part) => (part.worst > most.worst ? part : most), start) };
};

/** Features of a comment's stretches, for who judges one comment by several models. */
export const stretchVectors = (input: FilterInput): readonly Vector[] =>
  stretchesOf(input).map((stretch) => vectorOf(read(stretch)));
