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
 * Thresholds for the shares of honest comments a policy may give: from comments of development sites, and from those of
 * French readers, where each set counts alike, since long comments on a blog are fewer than short messages. Who has no name is
 * given one, and now and then a page. Where these sets are missing, from what training kept back.
 */
export const fitThresholds = (
  model: Linear,
  directory: string,
  { keptBack, seed }: { readonly keptBack: readonly Scored[]; readonly seed: number },
): Model['thresholds'] => {
  const random = randomFrom(seed);
  const scored = (examples: readonly Example[]) =>
    examples.map((example) => ({
      ...{ isSpam: example.isSpam, set: example.set },
      score: logOdds(model, lessonOf(withIdentity(example, random)).vector),
    }));
  const thresholdsOf = (known: readonly Scored[]) =>
    SHARES.map((percent) => thresholdAt(known.length > 0 ? known : keptBack, percent / 100) + ABOVE);
  return {
    fr: thresholdsOf(alike(scored(frenchComments(directory)))),
    any: thresholdsOf(scored(developmentComments(directory))),
  };
};

/** Each set as many times as brings it near the largest. */
const alike = <S extends { readonly set: string }>(all: readonly S[]): readonly S[] => {
  const sets = [...Map.groupBy(all, ({ set }) => set).values()];
  const most = Math.max(0, ...sets.map(({ length }) => length));
  return sets.flatMap((own) => Array.from({ length: Math.round(most / own.length) }, () => own).flat());
};
