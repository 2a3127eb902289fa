import type { Language } from '../../../comment/site.ts';
import { AMBIGUOUS, COMMON } from './common-words.ts';
import type { Reading } from './reading.ts';

/**
 * Words a text needs for its language to be detected, and from how many words on having no common word means
 * another language.
 */
const WORDS_MIN = 3;
const TELLING_MIN = 10;
const LETTERS_MIN = 20;

const commonIn = (words: readonly string[], language: keyof typeof COMMON): number =>
  words.filter((word) => COMMON[language].has(word)).length;

/**
 * French or English, whichever has more common words in the text, not counting those that both have. A short or undecided
 * text takes the site's language.
 */
export const languageOf = ({ words }: Pick<Reading, 'words'>, site: Language): Language => {
  const telling = words.filter((word) => !AMBIGUOUS.has(word));
  const [french, english] = [commonIn(telling, 'fr'), commonIn(telling, 'en')];
  if (words.length < WORDS_MIN || french === english) return site;
  return french > english ? 'fr' : 'en';
};

/** Whether a text that is long enough to tell is in neither of the two languages that the filter knows well. */
export const isUnfamiliar = ({ words, shape }: Pick<Reading, 'words' | 'shape'>): boolean => {
  if (shape.letters < LETTERS_MIN) return false;
  if ((shape.scripts[0] ?? 0) < shape.letters / 2) return true;
  const [french, english, other] = [commonIn(words, 'fr'), commonIn(words, 'en'), commonIn(words, 'other')];
  return other > Math.max(french, english) || (words.length >= TELLING_MIN && french + english === 0);
};
