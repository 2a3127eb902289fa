import fc from 'fast-check';
import { batch, get, queried, scanned } from './random-reads.ts';
import { transaction, write } from './random-writes.ts';
import type { Step } from './step.ts';

/** One random operation. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 2, arbitrary: transaction },
  { weight: 2, arbitrary: get },
  { weight: 1, arbitrary: batch },
  { weight: 5, arbitrary: queried },
  { weight: 1, arbitrary: scanned },
);
