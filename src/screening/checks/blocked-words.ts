import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { compileGlobs, globsIn } from '../text/globs.ts';
import { EDGE, markSigns, markWords, patternOf } from '../text/words.ts';
import { undisguise } from '../undisguise.ts';

/** A word or phrase of the policy's lists in what is shown of a comment, disguised or not. */
export const blockedWords: Check = {
  name: 'blocked-words',
  version: 2,
  look: onList('words', {
    compile: (terms) => {
      const patterns = terms.map(patternOf);
      return {
        globs: compileGlobs(patterns.map(({ pattern }) => pattern)),
        hasSigns: patterns.some(({ hasSigns }) => hasSigns),
      };
    },
    prepare: ({ draft }) => {
      const texts = (['text', 'author', 'url'] as const).map((field) => ({
        field,
        ...markedOf(draft[field] ?? ''),
      }));
      return ({ globs, hasSigns }) => {
        const found = texts.map(({ field, words, signs }) => ({
          field,
          entries: globsIn(globs, hasSigns ? `${words}\n${signs()}` : words, EDGE),
        }));
        return (term, nth) => {
          const field = found.find(({ entries }) => entries.has(nth))?.field;
          return field && { field, term };
        };
      };
    },
  }),
};

/** The longest text that is not refused, in UTF-16 units. */
const UNITS_MAX = 20_000;

const markedOf = (sent: string) => {
  const typed = sent.slice(0, UNITS_MAX);
  const plain = undisguise(typed);
  const marked = (mark: (text: string) => string): string =>
    plain === undefined ? mark(typed) : `${mark(typed)}\n${mark(plain)}`;
  return { words: marked(markWords), signs: () => marked(markSigns) };
};
