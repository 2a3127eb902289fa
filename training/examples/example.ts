import type { FilterInput } from '../../src/screening/filter/reading/filter-input.ts';

/** A comment that people have labelled, or that was written as spam or as an honest comment. */
export type Example = {
  readonly input: FilterInput;
  readonly isSpam: boolean;
  /** Name of its set. */
  readonly set: string;
  /** What training and test must not share: its site, video, genre or template. */
  readonly group: string;
  readonly language: string;
  /** Weight relative to others of its set; 1 when absent. */
  readonly weight?: number;
};

/** What keeps an example together with others when a set is divided: its group, or its text if the group is the whole set. */
export const splitKey = ({ group, set, input }: Pick<Example, 'group' | 'set' | 'input'>): string =>
  group === set ? input.text : group;
