import { isAscii } from '../../text/unicode.ts';
import { isCommon } from './common-words.ts';

const LETTER = 'A-Za-z\\u00C0-\\u024F';
/** Anything but letters, digits and spaces; a line's end counts. Signs that are read as letters are left to what reads them. */
const SIGN = `[^${LETTER}\\d@$! \\t\\r\\f\\v\\u00A0\\u0250-\\u200F\\u2028-\\u202F\\u205F-\\u218F\\u2C00-\\uFFFF]`;
/** Letters joined by single signs. A word is looked at from its beginning only, so that a long one is read once. */
const CHAIN = new RegExp(`(?<![${LETTER}])[${LETTER}]+(?:${SIGN}[${LETTER}]+)+`, 'g');
const ONE_SIGN = new RegExp(`(${SIGN})`);
const WORD = new RegExp(`[${LETTER}]{2,}`, 'g');

/**
 * Chains that make a disguise, and their share of all words. Of 80,000 honest comments one in a thousand has so many, nearly all of
 * them lists of names and code; an advert whose longer words are split has a third.
 */
const CHAINS_MIN = 3;
const CHAINS_SHARE = 0.12;
/** What a chain of hyphens counts, since they join words in any text. */
const HYPHENED = 0.75;
/** Shorter chains are abbreviations and units: `p.ex`, `km/h`. */
const LETTERS_MIN = 5;
/** Letters on either side of an apostrophe: `l’été` and `they’ve` are written so. */
const ELISION_MAX = 2;
/** What inclusive French adds to a word: `étudiant(e)s`, `lecteur·rice·s`. */
const ENDING = /^(?:e|[nltsvfr]e|[eèé]re|t?rice|euse|esse|[ae]lle|enne|x)?s?$/i;

type Joined = { readonly text: string; readonly words: number };

/**
 * Joins words that a sign or a line's end splits (`abon/nement`, `ach(e)tez`) when so many are that it can only be meant to hide them.
 * Split by spaces they stay, since nothing tells their parts from words.
 */
export const joinParts = (text: string): Joined => {
  const chains = text.match(CHAIN) ?? [];
  if (chains.length < CHAINS_MIN) return { text, words: 0 };
  const least = Math.max(CHAINS_MIN, CHAINS_SHARE * (text.match(WORD)?.length ?? 0));
  if (chains.length < least) return { text, words: 0 };
  const signs = chains.map(splitBy).filter((found) => found !== '');
  const hyphened = signs.filter((found) => /^-+$/.test(found)).length;
  if (signs.length - hyphened * (1 - HYPHENED) < least) return { text, words: 0 };
  const used = new Set(signs.join(''));
  return { text: text.replace(CHAIN, (chain) => joined(chain, used)), words: signs.length };
};

const joined = (chain: string, used: ReadonlySet<string>): string =>
  chain
    .split(ONE_SIGN)
    .filter((part, nth) => nth % 2 === 0 || !used.has(part))
    .join('');

/** All signs of a chain when one of them splits a word; empty when each stands between words. */
const splitBy = (chain: string): string => {
  const parts = chain.split(ONE_SIGN);
  const signs = parts.filter((_, nth) => nth % 2 === 1);
  if (chain.length - signs.length < LETTERS_MIN) return '';
  const isSplit = signs.some((sign, nth) => splitsWord(parts[2 * nth] ?? '', sign, parts[2 * nth + 2] ?? ''));
  return isSplit ? signs.join('') : '';
};

const splitsWord = (left: string, sign: string, right: string): boolean => {
  if (isSmall(left.at(-1)) !== isSmall(right[0]) || ENDING.test(right)) return false;
  if (/[)\]}]/.test(sign)) return right.length > 1;
  if (/['’]/.test(sign) && Math.min(left.length, right.length) <= ELISION_MAX) return false;
  return !isCommon(bare(left)) && !isCommon(bare(right));
};

const isSmall = (letter = ''): boolean => letter === letter.toLowerCase();

const bare = (word: string): string => {
  const small = word.toLowerCase();
  return isAscii(small) ? small : small.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
};
