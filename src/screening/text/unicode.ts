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
