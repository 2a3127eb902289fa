import { isTopLevel } from '../../text/top-level.ts';

const BOXED = /[\u{1F150}-\u{1F189}]/gu;
/** Letters that two by two are drawn as a country's flag, and otherwise as letters in boxes. */
const REGIONAL = /[\u{1F1E6}-\u{1F1FF}]+/gu;
const BOXED_A = 0x1f150;
const REGIONAL_A = 0x1f1e6;
/** All of them begin with this unit. */
const PLANE = '\uD83C';
/** Flags whose letters are no top-level domain in use: Britain's, the United Nations', Kosovo's, those of some islands. */
const OTHER_FLAGS: ReadonlySet<string> = new Set('gb un xk eh bl bq mf um bv ic ea cp dg ta'.split(' '));

const letter = (nth: number): string => String.fromCharCode(97 + nth);

/**
 * Reads squared, negative and regional letters, for which Unicode has no compatibility mapping, and counts them. Flags stay: a run
 * of regional letters of which each two are a country's. What is invisible must still be in the text, since it parts a flag's
 * letters so that they are drawn as letters.
 */
export const readBoxed = (text: string): { readonly text: string; readonly letters: number } => {
  if (!text.includes(PLANE)) return { text, letters: 0 };
  let letters = 0;
  const read = text
    .replace(BOXED, (sign) => {
      letters += 1;
      return letter((((sign.codePointAt(0) ?? 0) - BOXED_A) % 32) % 26);
    })
    .replace(REGIONAL, (run) => {
      const spelt = [...run].map((sign) => letter((sign.codePointAt(0) ?? 0) - REGIONAL_A)).join('');
      if (isFlags(spelt)) return run;
      letters += spelt.length;
      return spelt;
    });
  return { text: read, letters };
};

const isFlags = (letters: string): boolean =>
  letters.length % 2 === 0 &&
  (letters.match(/../g) ?? []).every((pair) => isTopLevel(pair) || OTHER_FLAGS.has(pair));
