import type { Reading } from '../../reading/reading.ts';

/** One observation about a comment's form. */
export type Flag = {
  /** Unique, kebab-case. A weight belongs to a name and value, so renaming a flag needs a new training. */
  readonly name: string;
  /** Few, coarse values; undefined or false when the flag is not raised. */
  readonly detect: (reading: Reading) => boolean | string | number | undefined;
};

/** How many of the rising steps a figure has reached. */
export const step = (figure: number, steps: readonly number[]): number =>
  steps.filter((reached) => figure >= reached).length;

/** As `step`, but undefined below the first step. */
export const stepIfAny = (figure: number, steps: readonly number[]): number | undefined =>
  step(figure, steps) || undefined;
