import { type Linear, logOdds, type Model } from '../src/screening/filter/model.ts';
import { SHARES } from '../src/screening/filter/thresholds.ts';
import { lessonOf } from './assemble.ts';
import { withIdentity } from './augment.ts';
import { developmentComments, frenchComments } from './development.ts';
import type { Example } from './example.ts';
import { type Scored, thresholdAt } from './figures.ts';
import { randomFrom } from './random.ts';

/** A comment as high as the threshold is held, the one that sets it is not. */
const ABOVE = 0.001;

/**
 * Thresholds for the shares of honest comments a policy may give: from comments of development sites and of French readers,
 * who are given names and pages where a set has none. Where these sets are missing, from what training kept back.
 */
export const fitThresholds = (
  model: Linear,
  directory: string,
  { keptBack, seed }: { readonly keptBack: readonly Scored[]; readonly seed: number },
): Model['thresholds'] => {
  const random = randomFrom(seed);
  const scored = (examples: readonly Example[]): readonly Scored[] =>
    examples.map((example) => ({
      isSpam: example.isSpam,
      score: logOdds(model, lessonOf(withIdentity(example, random)).vector),
    }));
  const thresholdsOf = (known: readonly Scored[]) =>
    SHARES.map((percent) => thresholdAt(known.length > 0 ? known : keptBack, percent / 100) + ABOVE);
  return {
    fr: thresholdsOf(scored(frenchComments(directory))),
    any: thresholdsOf(scored(developmentComments(directory))),
  };
};
