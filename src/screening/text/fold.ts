const SPELT_OUT: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Salutations in one sign that would grow 18-fold and 8-fold; all others grow 7-fold at most. */
const SALUTATIONS = /[\uFDFA\uFDFB]/g;

/**
 * A text as lists and likeness compare it: without case, accents and invisible characters,
 * full-width and mathematical letters made plain. Vowel signs that are no accents (Hindi, Thai) stay.
 */
export const fold = (text: string): string => bare(text.replace(SALUTATIONS, ' ').normalize('NFKD'));

/** The same but that letters and signs stay as they are styled: full-width and mathematical ones are letters of their own. */
export const foldCase = (text: string): string => bare(text.normalize('NFD'));

const bare = (text: string): string =>
  text
    .replace(/[\p{Script=Inherited}\p{DI}]/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => SPELT_OUT[letter] ?? letter);
