/** Words read of a text. */
const WORDS_MAX = 400;
/** Letters kept of a word. */
const WORD_MAX = 24;

/** Scripts that put no spaces between words: their signs are read in pairs. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A normalised text's words in order: numbers by their length, unspaced scripts in overlapping pairs. */
export const wordsOf = (text: string): readonly string[] => {
  const words: string[] = [];
  for (const run of text.match(/[\p{L}\p{M}\p{N}]+|\uE000/gu) ?? []) {
    if (words.length >= WORDS_MAX) break;
    if (UNSPACED.test(run)) words.push(...pairsOf(run));
    else words.push(/^\p{N}+$/u.test(run) ? `#${Math.min(run.length, 6)}` : run.slice(0, WORD_MAX));
  }
  return words.slice(0, WORDS_MAX);
};

const pairsOf = (run: string): readonly string[] => {
  const signs = [...run.slice(0, WORDS_MAX)];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
};
