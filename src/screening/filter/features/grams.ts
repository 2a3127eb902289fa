import { finalise, fnv1a } from '../../text/hash.ts';
import { LINK } from '../reading/usual-characters.ts';

const SHORTEST = 3;

/**
 * What `of` makes of the hash of each character n-gram of 3 to `longest` letters inside a word, whose ends are marked by `_`. A
 * number and a link have none. Each hash continues that of the gram one letter shorter, so that no substring is ever allocated.
 */
export const gramsOf = (
  word: string,
  { seed, longest }: { readonly seed: number; readonly longest: number },
  of: (hash: number) => number,
): readonly number[] => {
  const marked = withEndsMarked(word);
  const grams: number[] = [];
  for (let from = 0; from + SHORTEST <= marked.length; from += 1) {
    const last = Math.min(from + longest, marked.length);
    let state = fnv1a(seed, marked, from, from + SHORTEST);
    grams.push(of(finalise(state)));
    for (let to = from + SHORTEST; to < last; to += 1) {
      state = fnv1a(state, marked, to, to + 1);
      grams.push(of(finalise(state)));
    }
  }
  return grams;
};

/** The n-grams that `gramsOf` hashes, as text. */
export const gramNames = (word: string, longest: number): readonly string[] => {
  const marked = withEndsMarked(word);
  return Array.from({ length: Math.max(0, marked.length - SHORTEST + 1) }, (_, from) =>
    Array.from({ length: Math.min(longest, marked.length - from) - SHORTEST + 1 }, (_, more) =>
      marked.slice(from, from + SHORTEST + more),
    ),
  ).flat();
};

/** The word with its ends marked; empty for one that has no n-grams. */
const withEndsMarked = (word: string): string => (word === LINK || word.startsWith('#') ? '' : `_${word}_`);
