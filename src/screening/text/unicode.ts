/**
 * Makes an expression with classes of Unicode where it is used: `const WORD = () => unicode('\\p{L}+', 'gu')`. V8 works such a class
 * out from Unicode's tables whenever it reads it: when it parses a literal and when it makes the expression, up to half a
 * millisecond each. As literals, those of a submission took a twelfth of a cold start. Made again, an expression is found in a cache
 * of V8, in a ten thousandth of a millisecond.
 */
export const unicode = (source: string, flags: string): RegExp => new RegExp(source, flags);

/** The same for what is asked for very often: made when it is first used, and kept. */
export const keptUnicode = (source: string, flags: string): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => {
    made ??= unicode(source, flags);
    return made;
  };
};

const ASCII = /^[\x00-\x7F]*$/;

/** Whether a text can be read by a plain expression, such as `[A-Za-z]` for letters. */
export const isAscii = (text: string): boolean => ASCII.test(text);

const WESTERN = /^[\x00-\xAC\xAE-\u024F\u2010-\u2027\u202F\u20AC]*$/;

/** Whether a text has only Western letters and usual punctuation: no mark on a letter, and nothing invisible but controls. */
export const isWestern = (text: string): boolean => WESTERN.test(text);

/** What is inside the brackets of a class: letters, and letters and figures of every kind. */
export type Classes = { readonly letters: string; readonly word: string };

const WESTERN_LETTERS = String.raw`A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u024F`;
/** The same as `anyClasses` for a Western text, without Unicode's tables. */
export const westernClasses: Classes = {
  letters: WESTERN_LETTERS,
  word: String.raw`${WESTERN_LETTERS}0-9\xB2\xB3\xB9\xBC-\xBE`,
};
export const anyClasses: Classes = { letters: String.raw`\p{L}`, word: String.raw`\p{L}\p{N}` };
export const classesFor = (text: string): Classes => (isWestern(text) ? westernClasses : anyClasses);
