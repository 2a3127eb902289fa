import { isWestern, unicode } from './unicode.ts';

/** Marks on one letter that Unicode's stream-safe text format allows. UAX #15, 12 */
const MARKS_MAX = 30;
/** Half-width voicing signs become marks. */
const MARK = String.raw`[\p{M}\uFF9E\uFF9F]`;
const TOO_MANY = () => unicode(`(${MARK}{${MARKS_MAX}})${MARK}+`, 'gu');

/**
 * A text in a normal form, without the marks of a letter after the thirtieth. `String.prototype.normalize` sorts each
 * letter's marks by comparing all with all. Takes time linear in the text.
 */
export const normalForm = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  (isWestern(text) ? text : text.replace(TOO_MANY(), '$1')).normalize(form);
