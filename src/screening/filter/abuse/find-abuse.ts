import type { Language } from '../../../comment/site.ts';
import { languageOf } from '../language.ts';
import type { Reading } from '../reading.ts';
import { abusiveTerms } from './terms.ts';

/** Terms given to a moderator. */
const TERMS_MAX = 5;

const phrases: Readonly<Record<Language, readonly string[]>> = {
  fr: abusiveTerms.fr.map((term) => ` ${term} `),
  en: abusiveTerms.en.map((term) => ` ${term} `),
};

/**
 * Abusive words of a text after its disguises are taken off, by the list of its own language: "en retard" is no insult
 * in French. They say nothing about spam.
 */
export const findAbuse = (reading: Reading, article: Language): readonly string[] => {
  const said = ` ${reading.words.join(' ')} `;
  return phrases[languageOf(reading, article)]
    .filter((phrase) => said.includes(phrase))
    .slice(0, TERMS_MAX)
    .map((phrase) => phrase.trim());
};
