import { finalise, fnv1a } from '../../text/hash.ts';
import { LINK } from '../reading/usual-characters.ts';

const SHORTEST = 3;

/**
 * Hashes of the character n-grams of 3 to `longest` letters inside words, whose ends are marked by `_`. Numbers and links have
 * none. Each hash continues that of the gram one letter shorter, so that no substring is ever allocated.
 */
export const gramsOf = (words: readonly string[], seed: number, longest: number): Uint32Array => {
  const marked = withEndsMarked(words);
  const room = marked.reduce((sum, { length }) => sum + length * (longest - SHORTEST + 1), 0);
  const hashes = new Uint32Array(room);
  let count = 0;
  for (const word of marked)
    for (let from = 0; from + SHORTEST <= word.length; from += 1) {
      const last = Math.min(from + longest, word.length);
      let state = fnv1a(seed, word, from, from + SHORTEST);
      hashes[count++] = finalise(state);
      for (let to = from + SHORTEST; to < last; to += 1) {
        state = fnv1a(state, word, to, to + 1);
        hashes[count++] = finalise(state);
      }
    }
  return hashes.subarray(0, count);
};

/** The n-grams that `gramsOf` hashes, as text. */
export const gramNames = (words: readonly string[], longest: number): readonly string[] =>
  withEndsMarked(words).flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - SHORTEST + 1) }, (_, from) =>
      Array.from({ length: Math.min(longest, word.length - from) - SHORTEST + 1 }, (_, more) =>
        word.slice(from, from + SHORTEST + more),
      ),
    ).flat(),
  );

/** The words that have n-grams, with their ends marked. */
const withEndsMarked = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word !== LINK && !word.startsWith('#')).map((word) => `_${word}_`);
