import { normalForm } from './normal-form.ts';
import { unicode } from './unicode.ts';

/** Ligatures of French, Danish and German that Unicode does not decompose. */
export const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** Arabic salutations that are one character each and that compatibility normalisation expands to 18 and 8 letters. */
export const SALUTATIONS = /[\uFDFA\uFDFB]/g;

/**
 * Normalises a text for blocklists and near-duplicate detection: lower case, without accents and invisible characters, with
 * full-width and mathematical letters made plain. Vowel signs that are not accents (Hindi, Thai) stay. Grows at most 7-fold.
 */
export const fold = (text: string): string => bare(normalForm(text.replace(SALUTATIONS, ' '), 'NFKD'));

/** Like `fold`, but full-width and mathematical letters and signs stay as they are. */
export const foldCase = (text: string): string => bare(normalForm(text, 'NFD'));

/** Accents, invisible characters, and the stroke that draws Arabic words longer. */
const UNSEEN = () => unicode(String.raw`[\p{Script=Inherited}\p{DI}\u0640]`, 'gu');
/** Of what `UNSEEN` finds, these texts have accents only. */
const ACCENTED = /^[\x00-\xAC\xAE-\u036F\u2010-\u2027\u202F\u20AC]*$/;

const bare = (text: string): string =>
  text
    .replace(ACCENTED.test(text) ? /[\u0300-\u036F]/g : UNSEEN(), '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter);
