import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { phraseOf, wordsIn } from '../text/words.ts';

/** A visible field of the comment contains a word or phrase on the policy's lists. */
export const blockedWords: Check<'blocked-words'> = {
  name: 'blocked-words',
  version: 1,
  run: onList('words', ({ draft }) => {
    const fields = (['text', 'author', 'url'] as const).map((field) => ({
      field,
      has: wordsIn(draft[field] ?? ''),
    }));
    return (term) => {
      const phrase = phraseOf(term);
      const found = phrase === '' ? undefined : fields.find(({ has }) => has(phrase));
      return found && { field: found.field, term };
    };
  }),
};
