import { latinFor, withoutSmallCapitals } from './filter/reading/confusables.ts';
import { clarify, normalise } from './filter/reading/normalise.ts';

/**
 * A text as its readers take it: entities read, letters of other scripts that pass for Latin ones replaced, spaced and
 * split words joined. Only for looking words up; undefined when nothing is disguised.
 */
export const undisguise = (text: string): string | undefined => {
  if (PLAIN.test(text) && !FIGURE_IN_WORD.test(text)) return undefined;
  const { text: read } = normalise(clarify(text));
  const plain = withoutSmallCapitals(read);
  return isMostlyLatin(plain) ? plain.replace(FOREIGN_WORD, latinised) : plain;
};

/** Letters of Western Europe, figures and common marks, none of which stands for another. */
const PLAIN = /^[\s\w\u00C0-\u024F.,;:?'"()\u00AB\u00BB\u00A0\u202F\u2010-\u2019\u201C-\u201E\u2026-]*$/;
const FIGURE_IN_WORD = /[a-z]\d|\d[a-z]/i;
const FOREIGN_WORD = /[\u0370-\u058F]{2,}/gu;

/** A whole word of look-alikes in a Latin text is Latin; in a Russian or Greek one it is a word of its own. */
const isMostlyLatin = (text: string): boolean =>
  (text.match(/[a-z]/g)?.length ?? 0) > (text.match(/[\u0370-\u058F]/g)?.length ?? 0);

const latinised = (word: string): string => {
  const letters = [...word].map(latinFor);
  return letters.every((letter) => letter !== undefined) ? letters.join('') : word;
};
