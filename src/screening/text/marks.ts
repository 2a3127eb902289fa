/** Most marks on one letter: Tibetan, Burmese and pointed Hebrew have up to seven. */
export const MARKS_MAX = 8;
/** Most on a letter of these scripts, besides one it is composed with; Vietnamese has two, phonetic and polytonic writing three. */
export const EUROPEAN_MARKS_MAX = 4;
const EUROPEAN = new RegExp(
  `[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}]\\p{M}{${EUROPEAN_MARKS_MAX + 1}}`,
  'u',
);
const ANY = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u');

/** Whether marks are heaped on a letter until it covers the lines around it. Marks that are never seen do not count. */
export const hasNoise = (text: string): boolean => {
  if (!/\p{M}[\p{M}\p{DI}]/u.test(text)) return false;
  const seen = text.replace(/\p{DI}/gu, '');
  return ANY.test(seen) || EUROPEAN.test(seen);
};
