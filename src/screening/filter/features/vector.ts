import { finalise, fnv1a, hashOf, topBits } from '../../text/hash.ts';
import type { Reading } from '../reading/reading.ts';
import { type Family, families, gramFamilies, TEXT_SEED } from './families.ts';
import { flagsOf } from './flags/index.ts';
import { gramsOf } from './grams.ts';
import { type Bag, type Memory, newMemory, type Word } from './memory.ts';
import type { Register } from './register.ts';
import type { Numbers, Tally } from './tally.ts';

/** A sparse feature vector: places among 2^BITS weights, and the value of each. Places may repeat. */
export type Vector = { readonly places: Uint32Array; readonly values: Float32Array };

/** The weights' table has 2^BITS places; a million keep hash collisions rare. */
export const BITS = 20;
/** Rises when the same comment may get other features: weights of another version are refused. */
export const FEATURES_VERSION = 8;

/** All features of a comment. Time and size are bounded because the input is. */
export const vectorOf = (reading: Reading): Vector => {
  const memory = newMemory();
  const bags = bagsOf(reading, memory);
  const hashes = memory.register.hashes();
  const total = bags.reduce((sum, { tally }) => sum + tally.numbers.length, 0);
  const places = new Uint32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  for (const bag of bags)
    for (let entry = 0; entry < bag.tally.numbers.length; entry += 1, at += 1) {
      places[at] = placeOf(hashes[bag.tally.numbers[entry] ?? 0] ?? 0);
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

/** The features of a comment, or of a passage of the comment that the memory is kept for; a bag for each family. */
export const bagsOf = (reading: Reading, memory: Memory, flags = flagsOf(reading)): readonly Bag[] => {
  const { numberOf } = memory.register;
  const words = reading.words.map(memory.wordOf);
  const hashed = (seed: number, names: readonly string[]) =>
    names.map((name) => numberOf(hashOf(seed, name)));
  const ofNames = ({ name, seed, names }: Family): readonly Numbers[] => {
    if (name === 'text') return [words.map(({ number }) => number), bigramsOf(words, memory.register)];
    const own = hashed(seed, names(reading, flags));
    return name === 'author' ? [own, hashed(TEXT_SEED, reading.author.words)] : [own];
  };
  const ofGrams = (family: GramFamily): readonly Numbers[] =>
    family === gramFamilies.text
      ? words.map(({ grams }) => grams)
      : family.words(reading).map((word) => gramsOf(word, family, numberOf));
  return [
    ...families.map((family) => bagOf(family, family.mass, memory.tally(ofNames(family)))),
    ...Object.values(gramFamilies).map((family) =>
      bagOf(family, family.mass(reading), memory.tally(ofGrams(family))),
    ),
  ];
};

type GramFamily = (typeof gramFamilies)[keyof typeof gramFamilies];

/** The numbers of the bigrams that the family of texts names. */
const bigramsOf = (words: readonly Word[], { numberOf }: Register): Numbers =>
  words
    .slice(1)
    .map(({ text }, at) => numberOf(finalise(fnv1a(words[at]?.state ?? 0, text, 0, text.length))));

const bagOf = (
  { name, each }: { readonly name: string; readonly each?: true },
  mass: number,
  tally: Tally,
): Bag => ({
  family: name,
  tally,
  unit: each ? mass : mass / Math.sqrt(Math.max(1, tally.numbers.length)),
});
