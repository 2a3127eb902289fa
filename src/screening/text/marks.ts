import { isWestern, unicode } from './unicode.ts';

/** Maximum marks on one letter: Tibetan, Burmese and pointed Hebrew have up to seven. */
export const MARKS_MAX = 8;
/** Maximum on a Latin, Greek or Cyrillic letter, besides a precomposed one: Vietnamese has two, phonetic and polytonic writing three. */
export const EUROPEAN_MARKS_MAX = 4;
const EUROPEAN = () =>
  unicode(`[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}]\\p{M}{${EUROPEAN_MARKS_MAX + 1}}`, 'u');
const ANY = () => unicode(`\\p{M}{${MARKS_MAX + 1}}`, 'u');
const MARKED_TWICE = () => unicode(String.raw`\p{M}[\p{M}\p{DI}]`, 'u');
const INVISIBLE = () => unicode(String.raw`\p{DI}`, 'gu');

/** Whether a letter has so many marks that they cover the lines around it. Invisible marks do not count. */
export const hasNoise = (text: string): boolean => {
  if (isWestern(text) || !MARKED_TWICE().test(text)) return false;
  const seen = text.replace(INVISIBLE(), '');
  return ANY().test(seen) || EUROPEAN().test(seen);
};
