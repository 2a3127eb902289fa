/** Most marks on one letter: Tibetan, Burmese and pointed Hebrew have up to seven. */
export const MARKS_MAX = 8;
/** Marks on a letter of these scripts; Vietnamese has two, phonetic and polytonic writing three. */
const EUROPEAN = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]\p{M}{5}/u;
const ANY = new RegExp(`\\p{M}{${MARKS_MAX + 1}}`, 'u');

/** Whether marks are heaped on a letter until it covers the lines around it. Marks that are never seen do not count. */
export const hasNoise = (text: string): boolean => {
  if (!/\p{M}[\p{M}\p{DI}]/u.test(text)) return false;
  const seen = text.replace(/\p{DI}/gu, '');
  return ANY.test(seen) || EUROPEAN.test(seen);
};
