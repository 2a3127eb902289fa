import { isWestern, unicode, westernClasses } from '../../text/unicode.ts';

/** Letters a word needs before it is judged. */
const LETTERS_MIN = 4;
/** Words in capitals up to this length count as abbreviations. */
const ABBREVIATION_MAX = 6;
const WORDS_MAX = 80;
/** A word is gibberish from this share of unusual letter pairs on. */
const ODD_SHARE = 0.4;

/**
 * For each letter from a to z, a bit mask of the letters that may follow it, lowest bit for a. A pair counts
 * as usual if it is at least one in 5,000 of all pairs in the honest training texts (French, English,
 * German); pairs of Nordic and Slavic words are added.
 */
const FOLLOWING =
  'exmge 16jv5 l04ut uu9sp 13wykf 10xm9 16qc1 b6eq9 6v7r3 mtqp 687l b3g3d t8nn cdw1p exz0f b6u8h mh34 ywghr xmtg5 xnbmd 6tslb 37yp k85g1 5bqpt hwy9 xw28'
    .split(' ')
    .map((row) => Number.parseInt(row, 36));

const letterAt = (word: string, at: number): number => word.charCodeAt(at) - 97;

/** Share, 0 to 1, of a lower-case Latin word's letter pairs that are unusual. */
const oddShare = (word: string): number => {
  let odd = 0;
  for (let at = 1; at < word.length; at += 1)
    if (!(((FOLLOWING[letterAt(word, at - 1)] ?? 0) >>> letterAt(word, at)) & 1)) odd += 1;
  return odd / (word.length - 1);
};

/** Whether a Latin word cannot be pronounced or changes case inside, as generated names do: `xkjWqTrb`. */
export const isGibberish = (word: string): boolean => {
  const small = word.toLowerCase();
  if (oddShare(small) >= ODD_SHARE) return word !== word.toUpperCase() || word.length > ABBREVIATION_MAX;
  if (small.length <= LETTERS_MIN) return false;
  if (word !== small && /[a-z][A-Z].*[a-z][A-Z]/.test(word)) return true;
  const signs = Number(vowelsIn(small) < 0.2 * small.length) + Number(small.length >= 18);
  return signs === 2 || (signs === 1 && /[^aeiouy]{5}/.test(small));
};

/** A bit mask of a, e, i, o, u and y, as those of FOLLOWING. */
const VOWELS = 0x1104111;

const vowelsIn = (small: string): number => {
  let vowels = 0;
  for (let at = 0; at < small.length; at += 1) vowels += (VOWELS >>> letterAt(small, at)) & 1;
  return vowels;
};

/** A word in plain Latin letters only, long enough to judge. */
const plainWord = (letters: string): string => `(?<![${letters}])[A-Za-z]{${LETTERS_MIN},}(?![${letters}])`;
const WESTERN_WORD = new RegExp(plainWord(westernClasses.letters), 'g');
const WORD = () => unicode(plainWord(String.raw`\p{L}\p{M}`), 'gu');

/** The number of words in plain Latin letters that are long enough to judge, and how many of them are gibberish. */
export const gibberishIn = (text: string): { readonly words: number; readonly odd: number } => {
  const words = (text.match(isWestern(text) ? WESTERN_WORD : WORD()) ?? []).slice(0, WORDS_MAX);
  return { words: words.length, odd: words.filter(isGibberish).length };
};
