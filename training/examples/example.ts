import type { FilterInput } from '../../src/screening/filter/reading/filter-input.ts';

/** A comment that people have judged, or that was written as one or the other. */
export type Example = {
  readonly input: FilterInput;
  readonly isSpam: boolean;
  /** Name of its set. */
  readonly set: string;
  /** What must not be split between training and test: its site, video, genre or template. */
  readonly group: string;
  readonly language: string;
  /** What it counts beside others of its set; 1 when absent. */
  readonly weight?: number;
};
