/** Letters a word needs before its sound means anything. */
const LETTERS_MIN = 5;
const WORDS_MAX = 80;

/** Whether a Latin word cannot be spoken or changes case inside, as generated names do: `xkjWqTrb`. */
export const isGibberish = (word: string): boolean => {
  const small = word.toLowerCase();
  const vowels = small.match(/[aeiouy]/g)?.length ?? 0;
  const signs = [
    /[^aeiouy]{5}/.test(small),
    vowels < 0.2 * small.length,
    small.length >= 18,
    ...((word.match(/[a-z][A-Z]/g)?.length ?? 0) > 1 ? [true, true] : []),
  ];
  return signs.filter(Boolean).length > 1;
};

/** Latin words of a text that are long enough, and how many of them are gibberish. */
export const gibberishIn = (text: string): { readonly words: number; readonly odd: number } => {
  const words = (text.match(/[A-Za-z]+/g) ?? [])
    .filter(({ length }) => length >= LETTERS_MIN)
    .slice(0, WORDS_MAX);
  return { words: words.length, odd: words.filter(isGibberish).length };
};
