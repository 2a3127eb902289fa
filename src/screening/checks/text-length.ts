import type { Check } from '../check.ts';
import { visibleLength } from '../text/visible.ts';

/** The text is too short or too long, in code points. Invisible characters around it do not make it longer. */
export const textLength: Check<'text-length'> = {
  name: 'text-length',
  version: 1,
  run: ({ draft, policy }) => {
    const { charactersMin, charactersMax } = policy.text;
    const characters = [...draft.text].length;
    const isTooShort = visibleLength(draft.text) < charactersMin;
    if (!isTooShort && characters <= charactersMax) return undefined;

    return {
      outcome: 'refuse',
      score: 1,
      traces: [{ field: 'text', term: `${characters} characters` }],
      refusal: {
        code: 'invalid-fields',
        detail: `The text must have ${charactersMin} to ${charactersMax} characters.`,
        field: 'text',
        reason: isTooShort
          ? { kind: 'too-short', limit: charactersMin }
          : { kind: 'too-long', limit: charactersMax },
      },
    };
  },
};
