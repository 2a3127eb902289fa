import { isCommon } from './common-words.ts';

const VOWELS = /([aeiou])\1/g;
const CONSONANTS = /([b-df-hj-np-tv-z])\1/g;
/** A consonant, once or twice. */
const CONSONANT = /([b-df-hj-np-tv-z])\1?/g;

/** Two doubled letters in a word. Most texts have none, and their words are not looked at. */
const TWO_DOUBLED = /([a-z])\1[a-z]*?([a-z])\2/;

/**
 * Words with most of their consonants doubled that make a disguise, and their share of the words: languages double as well
 * (`appelle`, `Mississippi`), but not throughout.
 */
const WORDS_MIN = 3;
const WORDS_SHARE = 0.15;
/** Share of a word's consonants that are doubled: at least two of more than this, or of at least half once others are. */
const MOST = 0.6;
const HALF = 0.5;

const countOf = (text: string, found: RegExp): number => text.match(found)?.length ?? 0;

/** Undoes `caasiinoo` and `ccassinno` in a normalised text, and counts the words. */
export const readDoubled = (text: string): { readonly text: string; readonly words: number } => {
  if (!TWO_DOUBLED.test(text)) return { text, words: 0 };
  const vowels = readDoubledVowels(text);
  const consonants = readDoubledConsonants(vowels.text);
  return { text: consonants.text, words: vowels.words + consonants.words };
};

/** At least two doubled vowels, of which one is never doubled in French or English, or three. */
const readDoubledVowels = (text: string): { readonly text: string; readonly words: number } => {
  let words = 0;
  const read = text.replace(/[a-z]{5,40}/g, (word) => {
    const count = countOf(word, VOWELS);
    if (count < 2 || (count === 2 && !/aa|ii|uu/.test(word))) return word;
    words += 1;
    return word.replace(VOWELS, '$1');
  });
  return { text: read, words };
};

const readDoubledConsonants = (text: string): { readonly text: string; readonly words: number } => {
  const typed = text.match(/[a-z]{2,40}/g) ?? [];
  const disguised = typed.filter((word) => word.length > 4 && isDoubled(word, 2, MOST)).length;
  if (disguised < WORDS_MIN || disguised < WORDS_SHARE * typed.length) return { text, words: 0 };
  const read = text.replace(/[a-z]{4,40}/g, (word) =>
    isDoubled(word, 1, HALF) && !isCommon(word) ? word.replace(CONSONANTS, '$1') : word,
  );
  return { text: read, words: disguised };
};

const isDoubled = (word: string, least: number, share: number): boolean => {
  const doubled = countOf(word, CONSONANTS);
  return doubled >= least && doubled >= share * countOf(word, CONSONANT);
};
