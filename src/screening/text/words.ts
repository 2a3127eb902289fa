import { fold } from './fold.ts';
import { sieve } from './trigrams.ts';
import { wildcard } from './wildcard.ts';

/** A list's term as its words, folded, with single spaces around each; '' when nothing is left to look for. */
export const phraseOf = (term: string): string => {
  const words = fold(term).match(/[\p{L}\p{N}\p{M}*]+/gu) ?? [];
  return words.some((word) => /[^*]/.test(word)) ? ` ${words.join(' ')} ` : '';
};

/**
 * Asks a text for phrases: whole words one after the other, whatever stands between them.
 * `*` is any run of letters and digits within a word, and alone any one word.
 */
export const wordsIn = (text: string): ((phrase: string) => boolean) => {
  const words = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const different = [...new Set(words)];
  const plain = ` ${words.join(' ')} `;
  const mayHold = sieve(plain);

  return (phrase) => {
    if (!phrase.split('*').every(mayHold)) return false;
    if (!phrase.includes('*')) return plain.includes(phrase);
    const patterns = phrase.trim().split(' ');
    return patterns.length === 1 ? different.some(wildcard(phrase.trim())) : follow(words, patterns);
  };
};

const follow = (words: readonly string[], phrase: readonly string[]): boolean => {
  const patterns = phrase.map(wildcard);
  return words.some((_, from) =>
    patterns.every((matches, at) => {
      const word = words[from + at];
      return word !== undefined && matches(word);
    }),
  );
};
