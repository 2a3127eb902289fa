import type { Language } from '../../../comment/site.ts';
import { languageOf } from '../reading/detect-language.ts';
import { clarify, normalise } from '../reading/normalise.ts';
import { wordsOf } from '../reading/split-words.ts';
import { abusiveTerms } from './abusive-terms.ts';

/** Terms given to a moderator. */
const TERMS_MAX = 5;
/** Words looked at; the longest text has fewer. */
const WORDS_MAX = 10_000;

const phrases: Readonly<Record<Language, readonly string[]>> = {
  fr: abusiveTerms.fr.map((term) => ` ${term} `),
  en: abusiveTerms.en.map((term) => ` ${term} `),
};

/**
 * Abusive words of a text after its disguises are taken off, by the list of its own language: "en retard" is no insult
 * in French. They say nothing about spam.
 */
export const findAbuse = (text: string, article: Language): readonly string[] => {
  const words = wordsOf(normalise(clarify(text)).text, WORDS_MAX);
  const said = ` ${words.join(' ')} `;
  return phrases[languageOf({ words }, article)]
    .filter((phrase) => said.includes(phrase))
    .slice(0, TERMS_MAX)
    .map((phrase) => phrase.trim());
};
