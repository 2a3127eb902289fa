import { hashOf, seedOf } from '../../text/hash.ts';
import type { Reading } from '../reading/reading.ts';
import { families } from './families.ts';
import { flagsOf } from './flags/index.ts';
import { gramsOf } from './grams.ts';
import { isOrganisation } from './organisation.ts';
import { type Tally, tally } from './tally.ts';

/** Features as places among 2^BITS weights, and how much each counts. Places may repeat. */
export type Vector = { readonly places: Uint32Array; readonly values: Float32Array };

/** Width of the table of weights; a million places keep chance meetings rare. */
export const BITS = 20;
/** Rises when the same comment may get other features: weights of another version are refused. */
export const FEATURES_VERSION = 4;

const TEXT_SEED = seedOf('text');
const seeded = families.map((family) => ({ ...family, seed: seedOf(family.name) }));
const gramFamilies = [
  { name: 'gram', seed: seedOf('gram'), longest: 5, mass: () => 1, words: ({ words }: Reading) => words },
  {
    name: 'author-gram',
    seed: seedOf('author-gram'),
    longest: 4,
    mass: (reading: Reading) => (isOrganisation(reading) ? 0.15 : 0.4),
    words: ({ author }: Reading) => author.words,
  },
];

/** A family's features in one comment; `unit` is what one of them counts. */
export type Bag = { readonly family: string; readonly unit: number; readonly tally: Tally };

/** All features of a comment. Time and size grow with the bounded input only. */
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

/** How much an entry of a bag counts. */
export const amountOf = ({ unit, tally: { counts } }: Bag, entry: number): number =>
  unit * (1 + 0.5 * Math.log(counts[entry] ?? 1));

/** Where a hash's weight stands. */
export const placeOf = (hash: number): number => hash >>> (32 - BITS);

/** The features by family. */
export const bagsOf = (reading: Reading, seen = flagsOf(reading)): readonly Bag[] => [
  ...seeded.map(({ name, seed, mass, each, names }) => {
    const own = names(reading, seen).map((feature) => hashOf(seed, feature));
    // A name's words also count as words of the text: what is a keyword there is one here.
    const lent = name === 'author' ? reading.author.words.map((word) => hashOf(TEXT_SEED, word)) : [];
    return bagOf(name, Uint32Array.from([...own, ...lent]), mass, each);
  }),
  ...gramFamilies.map(({ name, seed, longest, mass, words }) =>
    bagOf(name, gramsOf(words(reading), seed, longest), mass(reading)),
  ),
];

const bagOf = (family: string, hashes: Uint32Array, mass: number, each = false): Bag => {
  const counted = tally(hashes);
  return { family, tally: counted, unit: each ? mass : mass / Math.sqrt(Math.max(1, counted.size)) };
};
