import type { Check } from '../check.ts';

/** Letters (of scripts with upper and lower case) that a text needs before its capitals count. */
const LETTERS_MIN = 20;

/** The text is nearly all in capitals. */
export const shouting: Check<'shouting'> = {
  name: 'shouting',
  version: 1,
  run: ({ draft, policy }) => {
    const capitals = draft.text.match(/\p{Lu}/gu)?.length ?? 0;
    const letters = capitals + (draft.text.match(/\p{Ll}/gu)?.length ?? 0);
    const share = capitals / letters;
    if (letters < LETTERS_MIN || share < policy.text.capitalsMax || capitals === 0) return undefined;

    const term = `${Math.round(100 * share)} % of ${letters} letters`;
    return { outcome: 'hold', score: share, traces: [{ field: 'text', term }] };
  },
};
