import type { Check } from '../check.ts';

/** Letters with a small and a capital form that a text needs before capitals mean anything. */
const LETTERS_MIN = 20;

/** Nearly all in capitals. */
export const shouting: Check = {
  name: 'shouting',
  version: 1,
  look: ({ draft, policy }) => {
    const capitals = draft.text.match(/\p{Lu}/gu)?.length ?? 0;
    const letters = capitals + (draft.text.match(/\p{Ll}/gu)?.length ?? 0);
    const share = capitals / letters;
    if (letters < LETTERS_MIN || share < policy.text.capitalsMax || capitals === 0) return undefined;

    const term = `${Math.round(100 * share)} % of ${letters} letters`;
    return { outcome: 'hold', score: share, traces: [{ field: 'text', term }] };
  },
};
