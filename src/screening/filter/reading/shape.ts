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

/** Whether a character is a letter of any script. */
export const isLetter = (sign: string): boolean => ['letters', 'capitals'].includes(kindOf(sign) ?? '');

export const shapeOf = (text: string): Shape => {
  const scripts = new Array<number>(SCRIPT_COUNT).fill(0);
  const counts = { letters: 0, capitals: 0, digits: 0, exclamations: 0, pictures: 0 };
  for (const sign of text) {
    const kind = kindOf(sign);
    if (kind) counts[kind] += 1;
    if (kind !== 'letters' && kind !== 'capitals') continue;
    const script = scriptOf(sign.codePointAt(0) ?? 0);
    scripts[script] = (scripts[script] ?? 0) + 1;
  }
  return { ...counts, letters: counts.letters + counts.capitals, length: text.length, scripts };
};

type Kind = 'letters' | 'capitals' | 'digits' | 'exclamations' | 'pictures';

const kindOf = (sign: string): Kind | undefined => (sign <= '\x7F' ? asciiKind(sign) : otherKind(sign));

const latinKind = (sign: string): Kind | undefined => {
  if (sign < 'À' || sign === '×' || sign === '÷') return undefined;
  return sign === sign.toLowerCase() ? 'letters' : 'capitals';
};

const asciiKind = (sign: string): Kind | undefined => {
  if (sign >= 'a' && sign <= 'z') return 'letters';
  if (sign >= 'A' && sign <= 'Z') return 'capitals';
  if (sign >= '0' && sign <= '9') return 'digits';
  return sign === '!' ? 'exclamations' : undefined;
};

/** From `À` to here every character is a letter, with two exceptions. */
const LATIN_END = '\u024F';

/** Kinds that were looked up, by code unit, one more than their place in KINDS. Classes of Unicode are slow to ask. */
const looked = new Uint8Array(0x10000);
const KINDS = [undefined, 'letters', 'capitals', 'digits', 'exclamations', 'pictures'] as const;

const otherKind = (sign: string): Kind | undefined => {
  if (sign <= LATIN_END) return latinKind(sign);
  if (sign.length > 1) return unicodeKind(sign);
  const unit = sign.charCodeAt(0);
  if (!looked[unit]) looked[unit] = 1 + KINDS.indexOf(unicodeKind(sign));
  return KINDS[(looked[unit] ?? 1) - 1];
};

const unicodeKind = (sign: string): Kind | undefined => {
  if (/\p{L}/u.test(sign)) return /\p{Lu}/u.test(sign) ? 'capitals' : 'letters';
  return /\p{Extended_Pictographic}/u.test(sign) ? 'pictures' : undefined;
};
