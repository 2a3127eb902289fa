import { advance, settle } from '../../text/hash.ts';
import { LINK } from '../reading/reading.ts';

const SHORTEST = 3;

/**
 * Hashes of the runs of 3 to `longest` letters inside words, word ends marked by `_`. Numbers and links have none.
 * Grown letter by letter, so that no run is ever cut out of its word.
 */
export const gramsOf = (words: readonly string[], seed: number, longest: number): Uint32Array => {
  const spelt = speltOf(words);
  const room = spelt.reduce((sum, { length }) => sum + length * (longest - SHORTEST + 1), 0);
  const hashes = new Uint32Array(room);
  let count = 0;
  for (const word of spelt)
    for (let from = 0; from + SHORTEST <= word.length; from += 1) {
      const last = Math.min(from + longest, word.length);
      let state = advance(seed, word, from, from + SHORTEST);
      hashes[count++] = settle(state);
      for (let to = from + SHORTEST; to < last; to += 1) {
        state = advance(state, word, to, to + 1);
        hashes[count++] = settle(state);
      }
    }
  return hashes.subarray(0, count);
};

/** Words that have runs, with their ends marked. */
const speltOf = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word !== LINK && !word.startsWith('#')).map((word) => `_${word}_`);

/** The runs that `gramsOf` hashes, spelt out. */
export const gramNames = (words: readonly string[], longest: number): readonly string[] =>
  speltOf(words).flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - SHORTEST + 1) }, (_, from) =>
      Array.from({ length: Math.min(longest, word.length - from) - SHORTEST + 1 }, (_, more) =>
        word.slice(from, from + SHORTEST + more),
      ),
    ).flat(),
  );
