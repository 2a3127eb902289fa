import type { Check } from '../check.ts';
import { withoutLinks } from '../text/links.ts';

/** Scripts written without spaces, whose lines may break at any letter. */
const SPACELESS = [
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan'],
  ...['Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Javanese', 'Balinese'],
];
const LETTERS = `[${SPACELESS.map((script) => `\\p{scx=${script}}`).join('')}]--\\p{sc=Inherited}`;
const BREAK = new RegExp(`[\\s\\u200B\\p{Extended_Pictographic}\\p{Emoji_Presentation}[${LETTERS}]]+`, 'v');

/** A run without a space that no page can wrap; links and pictures apart. */
export const endlessWord: Check = {
  name: 'endless-word',
  version: 1,
  look: ({ draft, policy }) => {
    const { wordMax } = policy.text;
    // Nearly every text ends here, before the long expression is ever compiled.
    if (!draft.text.split(/\s/).some((run) => run.length > wordMax)) return undefined;
    const long = withoutLinks(draft.text)
      .split(BREAK)
      .find((word) => word.length > wordMax && [...word].length > wordMax);
    return long === undefined
      ? undefined
      : { outcome: 'hold', score: 0.7, traces: [{ field: 'text', term: long }] };
  },
};
