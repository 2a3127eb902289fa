import { hashOf, seedOf } from '../../text/hash.ts';
import { families } from '../features/families.ts';
import { flagsOf } from '../features/flags/index.ts';
import { gramNames } from '../features/grams.ts';
import { amountOf, bagsOf, placeOf } from '../features/vector.ts';
import type { Reading } from '../reading/reading.ts';
import type { Linear } from './model.ts';
import { weightAt } from './weights.ts';

/** What one feature adds to a comment's log-odds. */
export type Contribution = { readonly family: string; readonly feature: string; readonly odds: number };

/** Every feature that has a weight, the heaviest first; with the model's bias they add up to the comment's log-odds. */
export const contributionsOf = ({ scale, weights }: Linear, reading: Reading): readonly Contribution[] => {
  const seen = flagsOf(reading);
  const named = namesByFamily(reading, seen);
  return bagsOf(reading, seen)
    .flatMap((bag) =>
      Array.from({ length: bag.tally.size }, (_, entry) => {
        const hash = bag.tally.hashes[entry] ?? 0;
        const odds = scale * weightAt(weights, placeOf(hash)) * amountOf(bag, entry);
        return { family: bag.family, feature: named.get(bag.family)?.get(hash) ?? '', odds };
      }),
    )
    .filter(({ odds }) => odds !== 0)
    .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
};

/** Names of each family's features by their hashes. */
const namesByFamily = (reading: Reading, seen: readonly string[]) => {
  const hashed = (family: string, names: readonly string[]) =>
    names.map((name) => [hashOf(seedOf(family), name), name] as const);
  const named = families.map(({ name, names }) => [name, hashed(name, names(reading, seen))] as const);
  const lent = hashed('text', reading.author.words);
  return new Map([
    ...named.map(([name, own]) => [name, new Map(name === 'author' ? [...lent, ...own] : own)] as const),
    ['gram', new Map(hashed('gram', gramNames(reading.words, 5)))] as const,
    ['author-gram', new Map(hashed('author-gram', gramNames(reading.author.words, 4)))] as const,
  ]);
};
