import { fold, foldCase } from './fold.ts';
import { isAscii, isWestern, unicode } from './unicode.ts';

/** Marks where a word begins or ends; no text contains it. */
export const EDGE = '\u0001';

/** Expressions for words of some letters and digits, and of the marks on them. */
const expressionsOf = (letters: string, marks: string) => ({
  letter: () => new RegExp(`[${letters}]`, 'u'),
  word: () => new RegExp(`[${letters}${marks}]+`, 'gu'),
  wordOrEdge: () => new RegExp(`[${letters}${marks}]+|${EDGE}`, 'gu'),
  /** A word of a list's term. `*` matches any letters and digits; alone, it matches any one word. */
  starred: () => new RegExp(`[${letters}${marks}*]+`, 'gu'),
  /** A phrase: words that are joined by spaces, apostrophes or hyphens, as in `l'arnaque`, `week-end`, `credit gratuit`. */
  joined: () => new RegExp(`^[${letters}${marks}*]+(?:[\\s'-]+[${letters}${marks}*]+)*$`, 'u'),
});
const plainWords = expressionsOf('A-Za-z0-9', '');
const allWords = expressionsOf('\\p{L}\\p{N}', '\\p{M}');
const wordsOf = (text: string) => (isAscii(text) ? plainWords : allWords);

/** Minimum single letters in a row that are a word spelt out: `c a s i n o`. */
export const SPELT_MIN = 4;

/** A star at either end of a term, which matches the rest of the word around it. */
const OPEN_ENDS = new RegExp(`^${EDGE}\\*+(?![*${EDGE}])|(?<![*${EDGE}])\\*+${EDGE}$`, 'g');

/**
 * The pattern of a list's term. A term of plain words is looked for in `markWords` of a text. One with signs or styled letters is
 * looked for in `markSigns`, where they must occur as they are: `.top`, `C++`, `ｅn`. Empty when it has no letter or digit.
 */
export const patternOf = (term: string): { readonly pattern: string; readonly hasSigns: boolean } => {
  const plain = plainSigns(foldCase(term)).trim();
  const { letter, joined, starred } = wordsOf(plain);
  if (!letter().test(plain)) return { pattern: '', hasSigns: false };
  const isPhrase = joined().test(plain) && plain === plainSigns(fold(term)).trim();
  const pattern = isPhrase
    ? `${EDGE}${(plain.match(starred()) ?? []).join(EDGE)}${EDGE}`
    : plain.replace(starred(), `${EDGE}$&${EDGE}`);
  return { pattern: openIn(pattern.replace(OPEN_ENDS, '*')), hasSigns: !isPhrase };
};

const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const UNSPACED_ENDS = () => unicode(`^${EDGE}(?=${UNSPACED})|(?<=${UNSPACED})${EDGE}$`, 'gu');

/** A pattern that is found inside a run of letters where its own script puts no spaces between words. */
const openIn = (pattern: string): string =>
  isWestern(pattern) ? pattern : pattern.replace(UNSPACED_ENDS(), '*');

/**
 * The words of a text, without what separates them, each between edges; then those that are spelt letter by letter.
 * A scheme is followed by an extra edge, so that the term "https www" does not match every address.
 */
export const markWords = (text: string): string => {
  const folded = fold(text);
  const { word, wordOrEdge } = wordsOf(folded);
  const words = folded.match(word()) ?? [];
  const spelt = speltIn(words);
  const plain = folded.includes('://') ? folded.replaceAll('://', `${EDGE}:`).match(wordOrEdge()) : words;
  return marked(plain ?? []) + (spelt.length === 0 ? '' : `\n${marked(spelt)}`);
};

const marked = (words: readonly string[]): string => `${EDGE}${words.join(EDGE)}${EDGE}`;

/** A text with its signs, each word between edges. */
export const markSigns = (text: string): string => {
  const plain = plainSigns(foldCase(text.replaceAll(EDGE, ' ')));
  return plain.replace(wordsOf(plain).word(), `${EDGE}$&${EDGE}`);
};

/** Replaces all kinds of spaces, apostrophes and hyphens by one of each. */
export const plainSigns = (folded: string): string =>
  folded
    .replace(/\s+/g, ' ')
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');

const speltIn = (words: readonly string[]): readonly string[] => {
  const spelt: string[] = [];
  let row = '';
  for (const word of [...words, '']) {
    if (word !== '' && [...word.slice(0, 3)].length === 1) row += word;
    else {
      if ([...row].length >= SPELT_MIN) spelt.push(row);
      row = '';
    }
  }
  return spelt;
};
