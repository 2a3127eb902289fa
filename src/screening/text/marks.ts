/** Maximum marks on one letter: Tibetan, Burmese and pointed Hebrew have up to seven. */
export const MARKS_MAX = 8;
/** Maximum on a Latin, Greek or Cyrillic letter, besides a precomposed one: Vietnamese has two, phonetic and polytonic writing three. */
export const EUROPEAN_MARKS_MAX = 4;
const EUROPEAN = new RegExp(
  `[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}]\\p{M}{${EUROPEAN_MARKS_MAX + 1}}`,
  'u',
);
const ANY = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u');

/** Whether a letter has so many marks that they cover the lines around it. Invisible marks do not count. */
export const hasNoise = (text: string): boolean => {
  if (!/\p{M}[\p{M}\p{DI}]/u.test(text)) return false;
  const seen = text.replace(/\p{DI}/gu, '');
  return ANY.test(seen) || EUROPEAN.test(seen);
};
