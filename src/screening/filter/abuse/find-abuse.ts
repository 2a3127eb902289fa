import type { Language } from '../../../comment/site.ts';
import { languageOf } from '../reading/detect-language.ts';
import { clarify, normalise } from '../reading/normalise.ts';
import { wordsOf } from '../reading/split-words.ts';
import { abusiveTerms } from './abusive-terms.ts';

/** Most terms shown to a moderator. */
const TERMS_MAX = 5;
/** Most words read; the longest text has fewer. */
const WORDS_MAX = 10_000;

const phrases: Readonly<Record<Language, readonly string[]>> = {
  fr: abusiveTerms.fr.map((term) => ` ${term} `),
  en: abusiveTerms.en.map((term) => ` ${term} `),
};

/**
 * Finds abusive words in a text after undoing its disguises. Uses the list of the text's own language, since
 * "en retard" is no insult in French. Abuse says nothing about spam.
 */
export const findAbuse = (text: string, article: Language): readonly string[] => {
  const words = wordsOf(normalise(clarify(text)).text, WORDS_MAX);
  const said = ` ${words.join(' ')} `;
  return phrases[languageOf({ words }, article)]
    .filter((phrase) => said.includes(phrase))
    .slice(0, TERMS_MAX)
    .map((phrase) => phrase.trim());
};
