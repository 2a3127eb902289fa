import type { Language } from '../../../comment/site.ts';

/** Letters of the shortest word that is inflected: `la`, `t` and the like stay as they are. */
const INFLECTED_MIN = 3;

/** A word with its plural, and in French its feminines by rule. Some are no words; nobody writes those. */
export const formsOf = (word: string, language: Language): readonly string[] => {
  if (word.length < INFLECTED_MIN) return [word];
  const singular = language === 'fr' ? [word, feminine(word)] : [word];
  return singular.flatMap((one) => [one, plural(one, language)]);
};

const feminine = (word: string): string => {
  if (word.endsWith('e')) return word;
  const rule = FEMININES.find(([ending]) => word.endsWith(ending));
  return rule ? `${word.slice(0, -rule[0].length)}${rule[1]}` : `${word}e`;
};
const FEMININES = [
  ['eur', 'euse'],
  ['f', 've'],
  ['en', 'enne'],
] as const;

const plural = (word: string, language: Language): string => {
  if (/[sx]$/.test(word)) return language === 'fr' ? word : `${word}es`;
  if (language === 'fr') return `${word}s`;
  return /(?:ch|sh)$/.test(word) ? `${word}es` : `${word}s`.replace(/([^aeiou])ys$/, '$1ies');
};
