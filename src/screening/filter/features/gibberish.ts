/** Letters a word needs before its sound means anything. */
const LETTERS_MIN = 4;
/** Capitals alone are an abbreviation up to here. */
const ABBREVIATION_MAX = 6;
const WORDS_MAX = 80;
/** Share of a word's pairs of letters that are odd, from which nobody speaks it. */
const ODD_SHARE = 0.4;

/**
 * For each letter from a to z those that may follow it, a bit each from a up: pairs that are one of 5,000 or more in the honest
 * texts and messages that weights are learned from (French, English, German), and what Nordic and Slavic words add.
 */
const FOLLOWING =
  'exmge 16jv5 l04ut uu9sp 13wykf 10xm9 16qc1 b6eq9 6v7r3 mtqp 687l b3g3d t8nn cdw1p exz0f b6u8h mh34 ywghr xmtg5 xnbmd 6tslb 37yp k85g1 5bqpt hwy9 xw28'
    .split(' ')
    .map((row) => Number.parseInt(row, 36));

const letterAt = (word: string, at: number): number => word.charCodeAt(at) - 97;

/** Share of a lower-case Latin word's pairs that no language here has, 0 to 1. */
const oddShare = (word: string): number => {
  let odd = 0;
  for (let at = 1; at < word.length; at += 1)
    if (!(((FOLLOWING[letterAt(word, at - 1)] ?? 0) >>> letterAt(word, at)) & 1)) odd += 1;
  return odd / (word.length - 1);
};

/** Whether a Latin word cannot be spoken or changes case inside, as generated names do: `xkjWqTrb`. */
export const isGibberish = (word: string): boolean => {
  const small = word.toLowerCase();
  if (oddShare(small) >= ODD_SHARE) return word !== word.toUpperCase() || word.length > ABBREVIATION_MAX;
  const vowels = small.match(/[aeiouy]/g)?.length ?? 0;
  const signs = [
    /[^aeiouy]{5}/.test(small),
    vowels < 0.2 * small.length,
    small.length >= 18,
    ...((word.match(/[a-z][A-Z]/g)?.length ?? 0) > 1 ? [true, true] : []),
  ];
  return small.length > LETTERS_MIN && signs.filter(Boolean).length > 1;
};

/** Words of a text in plain Latin letters that are long enough, and how many of them are gibberish. */
export const gibberishIn = (text: string): { readonly words: number; readonly odd: number } => {
  const words = (text.match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((word) => word.length >= LETTERS_MIN && /^[A-Za-z]+$/.test(word))
    .slice(0, WORDS_MAX);
  return { words: words.length, odd: words.filter(isGibberish).length };
};
