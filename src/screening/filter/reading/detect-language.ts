import type { Language } from '../../../comment/site.ts';
import type { Reading } from './reading.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * The most common words of each language, spelled as in normalised texts. `other` is German, Spanish,
 * Portuguese, Italian, Dutch and Indonesian.
 */
const COMMON: Readonly<Record<Language | 'other', ReadonlySet<string>>> = {
  fr: list(
    'le la les un une des du de et est sont ce cette ces je tu il elle on nous vous ils elles que qui ne pas plus pour dans ' +
      'avec au aux sur mais ou ca c qu n j l d m t se sa ses son mon ma mes ta tes toi moi lui leur votre notre tout tous ' +
      'toute bien tres merci bonjour fait faire comme si y en par sans aussi meme etre avoir quand rien trop ici voila non ' +
      'oui ai es etes suis sommes etait ont deja encore jamais toujours peut faut vais vas va alors donc car chez deux ' +
      'jsuis cest jai pk mdr ptdr wesh ouais nan gros quoi pourquoi dit dire avant apres beaucoup parce autre vraiment',
  ),
  en: list(
    'the a an of and is are was were been be this that these those i you he she we they it its me him them not to for in with ' +
      'at by from but or if have has had my your his her our their so very just about what which who would will can could ' +
      'should thanks thank hello do does did dont im u ur when where how why there here then than some any all more one out ' +
      'up get got like know people good great no yes because only also as on now into over well really think',
  ),
  other: list(
    'de la que un se me tu es si o a e um no en und der die das nicht ist ich sie wir ihr ein eine einen auch auf mit fur von den dem zu im bei aber noch nur wie wenn ' +
      'kann haben sind werden wird schon hier mehr oder uber nach dass wer wo el los las una por con para pero muy como mas ' +
      'esto este esta todo hay porque cuando hola gracias yo su sus al lo nao com muito voce os as do da dos das em na foi ' +
      'isso obrigado eu ele ela tem tambem seu sua che di per sono della gli anche piu questo grazie het een van niet dat ik ' +
      'zijn voor met maar ook op aan wel yang dan ini itu dengan untuk tidak saya ada kamu aku',
  ),
};
/**
 * Words a text needs for its language to be detected, and from how many words on having no common word means
 * another language.
 */
const WORDS_MIN = 3;
const TELLING_MIN = 10;
const LETTERS_MIN = 20;

const commonIn = (words: readonly string[], language: keyof typeof COMMON): number =>
  words.filter((word) => COMMON[language].has(word)).length;

/** A function word of French or English, which says nothing about a comment. */
export const isCommon = (word: string): boolean => COMMON.fr.has(word) || COMMON.en.has(word);

/**
 * French or English, whichever has more common words in the text. A short or undecided text takes the site's
 * language.
 */
export const languageOf = ({ words }: Pick<Reading, 'words'>, site: Language): Language => {
  const [french, english] = [commonIn(words, 'fr'), commonIn(words, 'en')];
  if (words.length < WORDS_MIN || french === english) return site;
  return french > english ? 'fr' : 'en';
};

/** Whether a text that is long enough to tell is in neither of the two languages that the filter knows well. */
export const isUnfamiliar = ({ words, shape }: Pick<Reading, 'words' | 'shape'>): boolean => {
  if (shape.letters < LETTERS_MIN) return false;
  if ((shape.scripts[0] ?? 0) < shape.letters / 2) return true;
  const [french, english, other] = [commonIn(words, 'fr'), commonIn(words, 'en'), commonIn(words, 'other')];
  return other > Math.max(french, english) || (words.length >= TELLING_MIN && french + english === 0);
};
