import type { Language } from '../../../comment/site.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * The most common words of each language, spelled as in normalised texts. `other` is German, Spanish,
 * Portuguese, Italian, Dutch and Indonesian.
 */
export const COMMON: Readonly<Record<Language | 'other', ReadonlySet<string>>> = {
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

/** Words of both French and English, accents and apostrophes aside: `à`, `on`, `dont`, the `t` of `t’es` and `can’t`. */
export const AMBIGUOUS: ReadonlySet<string> = list('a on me or no as dont t d m');

/** A function word of French or English, which says nothing about a comment. */
export const isCommon = (word: string): boolean => COMMON.fr.has(word) || COMMON.en.has(word);
