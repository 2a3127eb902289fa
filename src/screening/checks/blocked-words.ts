import { type Lookup, onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { compileTerms, readable, type Terms, termsIn } from '../listed-terms.ts';

/** How words are looked for in what is shown of a comment. */
export const wordLookup: Lookup<Terms> = {
  compile: compileTerms,
  prepare: ({ draft }) => {
    const texts = (['text', 'author', 'url'] as const).map((field) => ({
      field,
      text: readable(draft[field] ?? ''),
    }));
    return (terms) => {
      const found = texts.map(({ field, text }) => ({ field, entries: termsIn(terms, text) }));
      return (term, nth) => {
        const field = found.find(({ entries }) => entries.has(nth))?.field;
        return field && { field, term };
      };
    };
  },
};

/** A word or phrase of the policy's lists in what is shown of a comment, disguised or not. */
export const blockedWords: Check<'blocked-words'> = {
  name: 'blocked-words',
  version: 2,
  run: onList('words', wordLookup),
};
