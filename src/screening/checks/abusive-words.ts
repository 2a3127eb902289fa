import type { Check } from '../check.ts';
import { findAbuse } from '../filter/abuse/find-abuse.ts';

/** Insults and slurs in either language: pointed out to moderators, or held if the policy says so. Never spam. */
export const abusiveWords: Check<'abusive-words'> = {
  name: 'abusive-words',
  version: 2,
  run: ({ draft, policy }) => {
    const terms = findAbuse(draft.text);
    if (terms.length === 0) return undefined;

    return {
      outcome: policy.abusiveWords.hold ? 'hold' : 'approve',
      score: terms.length / (terms.length + 1),
      traces: terms.map((term) => ({ field: 'text', term })),
    };
  },
};
