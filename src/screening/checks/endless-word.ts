import type { Check } from '../check.ts';
import { withoutLinks } from '../text/links.ts';
import { unicode } from '../text/unicode.ts';

/** Scripts that are written without spaces, so that a line may break at any letter. */
const SPACELESS = [
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan'],
  ...['Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Javanese', 'Balinese'],
];
const LETTERS = `[${SPACELESS.map((script) => `\\p{scx=${script}}`).join('')}]--\\p{sc=Inherited}`;
const BREAK = () =>
  unicode(`[\\s\\u200B\\p{Extended_Pictographic}\\p{Emoji_Presentation}[${LETTERS}]]+`, 'v');

/** A word so long that a page cannot wrap it. Links and emoji do not count. */
export const endlessWord: Check<'endless-word'> = {
  name: 'endless-word',
  version: 1,
  run: ({ draft, policy }) => {
    const { wordMax } = policy.text;
    // Nearly every text returns here, so that the long expression is not even made.
    if (!draft.text.split(/\s/).some((run) => run.length > wordMax)) return undefined;
    const long = withoutLinks(draft.text)
      .split(BREAK())
      .find((word) => word.length > wordMax && [...word].length > wordMax);
    return long === undefined
      ? undefined
      : { outcome: 'hold', score: 0.7, traces: [{ field: 'text', term: long }] };
  },
};
