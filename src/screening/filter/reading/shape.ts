/** Counts of a text's kinds of characters. Scripts have the numbers of `scriptOf`. */
export type Shape = {
  readonly length: number;
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  readonly exclamations: number;
  readonly pictures: number;
  /** Number of letters of each script. */
  readonly scripts: readonly number[];
};

/** Last code point of each range; `SCRIPTS` has the range's script at the same position. */
const ENDS = [
  0x24f, 0x36f, 0x3ff, 0x52f, 0x58f, 0x77f, 0x8ff, 0xdff, 0xeff, 0x1dff, 0x1eff, 0x303f, 0xabff, 0xd7ff,
];
const SCRIPTS = [0, 8, 1, 2, 8, 3, 8, 4, 5, 8, 0, 8, 6, 7];
const SCRIPT_COUNT = 9;

/**
 * Latin 0, Greek 1, Cyrillic 2, Hebrew and Arabic 3, Indic 4, Thai and Lao 5, Chinese and Japanese 6, Korean
 * 7, others 8.
 */
export const scriptOf = (point: number): number => {
  const at = ENDS.findIndex((end) => point <= end);
  return at === -1 ? 8 : (SCRIPTS[at] ?? 8);
};

/** The script that a language is usually written in; undefined for an unknown language. */
export const usualScript = (language: string | undefined): number | undefined =>
  language === undefined ? undefined : USUAL[language];

const USUAL: Readonly<Record<string, number>> = {
  ...{ en: 0, fr: 0, de: 0, pt: 0, id: 0, es: 0, it: 0, nl: 0, pl: 0, tr: 0, vi: 0, el: 1 },
  ...{ ru: 2, uk: 2, bg: 2, sr: 2, ar: 3, fa: 3, he: 3, hi: 4, si: 4, ta: 4, th: 5, zh: 6, ja: 6, ko: 7 },
};

type Kind = 'letters' | 'capitals' | 'digits' | 'exclamations' | 'pictures';
const KINDS = [undefined, 'letters', 'capitals', 'digits', 'exclamations', 'pictures'] as const;

/** Whether a character is a letter of any script. */
export const isLetter = (sign: string): boolean => ['letters', 'capitals'].includes(kindOf(sign) ?? '');

export const shapeOf = (text: string): Shape => {
  const scripts = new Array<number>(SCRIPT_COUNT).fill(0);
  const counts = new Array<number>(KINDS.length).fill(0);
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    const found = classAt(point);
    const [kind, script] = [found & 7, found >>> 3];
    if (point > 0xffff) at += 1;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind === LETTER || kind === CAPITAL) scripts[script] = (scripts[script] ?? 0) + 1;
  }
  const of = (kind: Kind): number => counts[KINDS.indexOf(kind)] ?? 0;
  const [capitals, letters] = [of('capitals'), of('letters') + of('capitals')];
  const others = { digits: of('digits'), exclamations: of('exclamations'), pictures: of('pictures') };
  return { letters, capitals, ...others, length: text.length, scripts };
};

const LETTER = KINDS.indexOf('letters');
const CAPITAL = KINDS.indexOf('capitals');

/** A character's place in KINDS, in the lowest three bits, and its script. */
const classOf = (point: number): number =>
  KINDS.indexOf(kindOf(String.fromCodePoint(point))) + (scriptOf(point) << 3);

/** Classes that were looked up, each one more, by code unit. Those of Unicode are slow to ask. */
const looked = new Uint16Array(0x10000);

const classAt = (point: number): number => {
  if (point > 0xffff) return classOf(point);
  const known = looked[point];
  if (known) return known - 1;
  const found = classOf(point);
  looked[point] = found + 1;
  return found;
};

const kindOf = (sign: string): Kind | undefined => (sign <= '\x7F' ? asciiKind(sign) : otherKind(sign));

const asciiKind = (sign: string): Kind | undefined => {
  if (sign >= 'a' && sign <= 'z') return 'letters';
  if (sign >= 'A' && sign <= 'Z') return 'capitals';
  if (sign >= '0' && sign <= '9') return 'digits';
  return sign === '!' ? 'exclamations' : undefined;
};

const otherKind = (sign: string): Kind | undefined =>
  sign <= LATIN_END ? latinKind(sign) : unicodeKind(sign);

/** From `À` to here every character is a letter, with two exceptions. */
const LATIN_END = '\u024F';

const latinKind = (sign: string): Kind | undefined => {
  if (sign < 'À' || sign === '×' || sign === '÷') return undefined;
  return sign === sign.toLowerCase() ? 'letters' : 'capitals';
};

const unicodeKind = (sign: string): Kind | undefined => {
  if (/\p{L}/u.test(sign)) return /\p{Lu}/u.test(sign) ? 'capitals' : 'letters';
  return /\p{Extended_Pictographic}/u.test(sign) ? 'pictures' : undefined;
};
