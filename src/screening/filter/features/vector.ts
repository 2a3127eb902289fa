import { hashOf, topBits } from '../../text/hash.ts';
import type { Reading } from '../reading/reading.ts';
import { families, gramFamilies, TEXT_SEED } from './families.ts';
import { flagsOf } from './flags/index.ts';
import { gramsOf } from './grams.ts';
import { type Tally, tally } from './tally.ts';

/** A sparse feature vector: places among 2^BITS weights, and the value of each. Places may repeat. */
export type Vector = { readonly places: Uint32Array; readonly values: Float32Array };

/** The weights' table has 2^BITS places; a million keep hash collisions rare. */
export const BITS = 20;
/** Rises when the same comment may get other features: weights of another version are refused. */
export const FEATURES_VERSION = 6;

/** One family's features in one comment; `unit` is the value of a feature that occurs once. */
export type Bag = { readonly family: string; readonly unit: number; readonly tally: Tally };

/** All features of a comment. Time and size are bounded because the input is. */
export const vectorOf = (reading: Reading): Vector => {
  const bags = bagsOf(reading);
  const total = bags.reduce((sum, { tally: { size } }) => sum + size, 0);
  const places = new Uint32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  for (const bag of bags)
    for (let entry = 0; entry < bag.tally.size; entry += 1, at += 1) {
      places[at] = placeOf(bag.tally.hashes[entry] ?? 0);
      values[at] = amountOf(bag, entry);
    }
  return { places, values };
};

/** The value of a bag's entry: repetitions raise it by their logarithm. */
export const amountOf = ({ unit, tally: { counts } }: Bag, entry: number): number => {
  const count = counts[entry] ?? 1;
  return count === 1 ? unit : unit * (1 + 0.5 * Math.log(count));
};

/** The place of a hash's weight. */
export const placeOf = (hash: number): number => topBits(hash, BITS);

/** The features of a comment, a bag for each family. */
export const bagsOf = (reading: Reading, flags = flagsOf(reading)): readonly Bag[] => [
  ...families.map(({ name, seed, mass, each, names }) => {
    const own = names(reading, flags).map((feature) => hashOf(seed, feature));
    const shared = name === 'author' ? reading.author.words.map((word) => hashOf(TEXT_SEED, word)) : [];
    return bagOf(name, Uint32Array.from([...own, ...shared]), mass, each);
  }),
  ...Object.values(gramFamilies).map(({ name, seed, longest, mass, words }) =>
    bagOf(name, gramsOf(words(reading), seed, longest), mass(reading)),
  ),
];

const bagOf = (family: string, hashes: Uint32Array, mass: number, each = false): Bag => {
  const counted = tally(hashes);
  return { family, tally: counted, unit: each ? mass : mass / Math.sqrt(Math.max(1, counted.size)) };
};
