import type { Check } from '../check.ts';
import { findAbuse } from '../filter/abuse/find-abuse.ts';
import { read } from '../filter/reading.ts';

/** Insults and slurs, on sites whose policy wants a person to look at them first. Toxic is not spam. */
export const abusiveWords: Check = {
  name: 'abusive-words',
  version: 1,
  look: ({ draft, policy }) => {
    if (!policy.filter.holdAbuse) return undefined;
    const terms = findAbuse(read(draft), draft.language);
    if (terms.length === 0) return undefined;

    return { outcome: 'hold', score: 0.5, traces: terms.map((term) => ({ field: 'text', term })) };
  },
};
