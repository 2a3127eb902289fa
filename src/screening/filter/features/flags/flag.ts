import type { Reading } from '../../reading/reading.ts';

/** One observation on a comment's form: its values are few and coarse; undefined when there is nothing to say. */
export type Flag = {
  /** Unique, kebab-case; weights are learned per name and value, so renaming one needs a new training. */
  readonly name: string;
  readonly look: (reading: Reading) => boolean | string | number | undefined;
};

/** How many of the rising steps a figure has reached. */
export const step = (figure: number, steps: readonly number[]): number =>
  steps.filter((reached) => figure >= reached).length;

/** The same, but nothing below the first step. */
export const stepIfAny = (figure: number, steps: readonly number[]): number | undefined =>
  step(figure, steps) || undefined;
