import { fold } from './fold.ts';
import { trigramFilter } from './trigrams.ts';
import { wildcard } from './wildcard.ts';

/** A blocklist's term as folded words with a single space around each; '' when it has nothing to search for. */
export const phraseOf = (term: string): string => {
  const words = fold(term).match(/[\p{L}\p{N}\p{M}*]+/gu) ?? [];
  return words.some((word) => /[^*]/.test(word)) ? ` ${words.join(' ')} ` : '';
};

/**
 * Prepares a text to be searched for phrases: whole consecutive words, whatever punctuation stands between them. `*` inside a
 * word matches any run of letters and digits; `*` alone matches any one word.
 */
export const wordsIn = (text: string): ((phrase: string) => boolean) => {
  const words = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const different = [...new Set(words)];
  const plain = ` ${words.join(' ')} `;
  const mayContain = trigramFilter(plain);

  return (phrase) => {
    if (!phrase.split('*').every(mayContain)) return false;
    if (!phrase.includes('*')) return plain.includes(phrase);
    const patterns = phrase.trim().split(' ');
    return patterns.length === 1 ? different.some(wildcard(phrase.trim())) : hasConsecutive(words, patterns);
  };
};

const hasConsecutive = (words: readonly string[], patterns: readonly string[]): boolean => {
  const matchers = patterns.map(wildcard);
  return words.some((_, from) =>
    matchers.every((matches, at) => {
      const word = words[from + at];
      return word !== undefined && matches(word);
    }),
  );
};
