import { unicode } from '../../text/unicode.ts';

/**
 * Letters of other scripts that look like Latin ones, as pairs of the look-alike and its Latin letter.
 * A selection from Unicode's confusables (UTS 39), with currency signs that are used as letters.
 */
const PAIRS =
  'аa ɑa αa сc ϲc ԁd еe ҽe εe ғf ɡg ցg һh іi ιi їi јj κk кk ӏl мm пn ոn ηn оo οo σo օo рp ρp ԛq гr ѕs тt τt ' +
  'υu սu νv ѵv ѡw ԝw ωw хx χx уy γy үy ᴢz вb ьb βb нh ƅb ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ' +
  'ᴛt ᴜu ᴠv ᴡw ʏy ꞯq ₳a ฿b ₵c €e ₣f ₦n ₱p ₴s ₮t ¥y';

const PLAIN: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

/** Texts in other scripts rarely have one; those without are not searched for words. */
const LOOKALIKE = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'u');

/** The Latin letter that a lower-case letter of another script passes for. */
export const latinFor = (letter: string): string | undefined => PLAIN.get(letter);

const LETTERS = '[\\p{L}₳฿₵€₣₦₱₴₮¥]';
/**
 * Words in which a Latin letter meets a letter of another script or a sign that stands for one. A word is looked at from its beginning
 * only: from every letter of a long one, it would be read as many times as it has letters.
 */
const SUSPECT = () =>
  unicode(`(?:(?<!${LETTERS})|(?!${LETTERS}))${LETTERS}*[^\\x00-\\x7F\\s\\p{N}\\p{P}]${LETTERS}*`, 'gu');

/** Small capitals, which are Latin letters of their own that Unicode does not decompose. */
const SMALL_CAPITAL =
  '\\u0262\\u026A\\u0274\\u0280\\u028F\\u0299\\u029C\\u029F\\u1D00-\\u1D22\\uA730\\uA731\\uA7AF';
const LATIN = new RegExp(`[a-z${SMALL_CAPITAL}]`);
const SMALL_CAPITALS = new RegExp(`[${SMALL_CAPITAL}]`, 'g');

/** A text with small capitals as plain letters, in words of other letters as well. */
export const withoutSmallCapitals = (text: string): string =>
  text.replace(SMALL_CAPITALS, (letter) => latinFor(letter) ?? letter);

/**
 * The Latin spelling of a word made only of Latin letters and look-alikes; undefined for a word with other
 * letters, which belongs to its own script.
 */
const unmasked = (word: string): string | undefined => {
  let plain = '';
  let latin = 0;
  for (const letter of word) {
    const reading = letter >= 'a' && letter <= 'z' ? letter : PLAIN.get(letter);
    if (reading === undefined) return undefined;
    if (LATIN.test(letter)) latin += 1;
    plain += reading;
  }
  return latin > 0 && plain.length > 1 ? plain : undefined;
};

/** A currency sign beside a figure, or with thousands or millions: `20€par`, `10k€`, `1,5 M€`. */
const isAmount = (word: string, before = ''): boolean =>
  /[₳฿₵€₣₦₱₴₮¥]/.test(word) && (/\p{N}/u.test(before) || word.length <= 2);

/** A lower-case text with look-alikes in Latin words replaced, and the number of words that had them. */
export const unmask = (text: string): { readonly text: string; readonly words: number } => {
  if (!LOOKALIKE.test(text)) return { text, words: 0 };
  let words = 0;
  const plain = text.replace(SUSPECT(), (word, at: number) => {
    const reading = unmasked(word);
    if (reading === undefined || isAmount(word, text[at - 1])) return word;
    words += 1;
    return reading;
  });
  return { text: plain, words };
};
