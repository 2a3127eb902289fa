import { hashOf } from '../../text/hash.ts';
import { families, gramFamilies, TEXT_SEED } from '../features/families.ts';
import { flagsOf } from '../features/flags/index.ts';
import { gramNames } from '../features/grams.ts';
import { newMemory } from '../features/memory.ts';
import { amountOf, bagsOf, placeOf } from '../features/vector.ts';
import type { Reading } from '../reading/reading.ts';
import type { Linear } from './model.ts';
import { weightAt } from './weights.ts';

/** What one feature adds to a comment's log-odds. */
export type Contribution = {
  readonly family: string;
  readonly feature: string;
  /** Log-odds for each unit of the feature. */
  readonly weight: number;
  /** The weight times how much of the feature the comment has. */
  readonly odds: number;
};

/** Every feature with a weight, the largest contribution first. Together with the model's bias they add up to the comment's log-odds. */
export const contributionsOf = ({ scale, weights }: Linear, reading: Reading): readonly Contribution[] => {
  const flags = flagsOf(reading);
  const named = namesByFamily(reading, flags);
  const memory = newMemory();
  const bags = bagsOf(reading, memory, flags);
  const hashes = memory.register.hashes();
  return bags
    .flatMap((bag) =>
      Array.from(bag.tally.numbers, (number, entry) => {
        const hash = hashes[number] ?? 0;
        const weight = scale * weightAt(weights, placeOf(hash));
        const feature = named.get(bag.family)?.get(hash) ?? '';
        return { family: bag.family, feature, weight, odds: weight * amountOf(bag, entry) };
      }),
    )
    .filter(({ odds }) => odds !== 0)
    .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
};

/** For each family, the names of its features by their hashes. */
const namesByFamily = (reading: Reading, flags: readonly string[]) => {
  const named = families.map(({ name, seed, names }) => [name, hashed(seed, names(reading, flags))] as const);
  const shared = hashed(TEXT_SEED, reading.author.words);
  const grams = Object.values(gramFamilies).map(
    ({ name, seed, longest, words }) =>
      [
        name,
        new Map(
          hashed(
            seed,
            words(reading).flatMap((word) => gramNames(word, longest)),
          ),
        ),
      ] as const,
  );
  return new Map([
    ...named.map(([name, own]) => [name, new Map(name === 'author' ? [...shared, ...own] : own)] as const),
    ...grams,
  ]);
};

const hashed = (seed: number, names: readonly string[]) =>
  names.map((name) => [hashOf(seed, name), name] as const);
