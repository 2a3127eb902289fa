import type { Language } from '../../comment/site.ts';
import type { Reading } from './reading.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The commonest words that the other language does not have, as normalised texts spell them. */
const COMMON: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: list(
    'le la les un une des du de et est sont ce cette ces je tu il elle nous vous ils que qui ne pas plus pour dans avec ' +
      'au aux sur mais ou ca c qu n j l d se sa ses mon ma mes votre notre tout tous bien tres merci bonjour fait comme si',
  ),
  en: list(
    'the a an of and is are was were this that these i you he she we they it not to for in with at by from but or have ' +
      'has had my your his her our their so very just about what which who would will can thanks thank hello do does',
  ),
};
/** Words from which a text tells its language, and words from which having no common one does. */
const WORDS_MIN = 3;
const TELLING_MIN = 10;
const LETTERS_MIN = 20;

const commonIn = (words: readonly string[], language: Language): number =>
  words.filter((word) => COMMON[language].has(word)).length;

/** A word that either language cannot do without, and that tells nothing else. */
export const isCommon = (word: string): boolean => COMMON.fr.has(word) || COMMON.en.has(word);

/** French or English by the commoner common words; a short or even text takes the article's language. */
export const languageOf = ({ words }: Pick<Reading, 'words'>, article: Language): Language => {
  const [french, english] = [commonIn(words, 'fr'), commonIn(words, 'en')];
  if (words.length < WORDS_MIN || french === english) return article;
  return french > english ? 'fr' : 'en';
};

/** Whether a text of some length is in neither language that the filter knows well. */
export const isUnfamiliar = ({ words, shape }: Pick<Reading, 'words' | 'shape'>): boolean => {
  if (shape.letters < LETTERS_MIN) return false;
  if ((shape.scripts[0] ?? 0) < shape.letters / 2) return true;
  return words.length >= TELLING_MIN && commonIn(words, 'fr') + commonIn(words, 'en') === 0;
};
