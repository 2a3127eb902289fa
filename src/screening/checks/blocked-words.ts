import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { phraseOf, wordsIn } from '../text/words.ts';

/** A word or phrase of the policy's lists in what is shown of a comment. */
export const blockedWords: Check = {
  name: 'blocked-words',
  version: 1,
  look: onList('words', ({ draft }) => {
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
