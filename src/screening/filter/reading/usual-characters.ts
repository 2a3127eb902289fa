/** Stands for a link among a text's words. A private-use character, so that hardly any text contains it by accident. */
export const LINK = '\uE000';

/** ASCII, the marks that French and English print between words, and `LINK`. */
const USUAL = /^[\x00-\x7F\u00A0\u2010-\u2027\u202F«»°\uE000]*$/;

/** Whether a text needs none of the long Unicode expressions, whose compilation costs a cold start up to a millisecond. */
export const hasOnlyUsualCharacters = (text: string): boolean => USUAL.test(text);
