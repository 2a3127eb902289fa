import { pick, type Random } from '../random.ts';

/** A way of hiding words from filters that people can still read. */
export type Obfuscation = { readonly name: string; readonly apply: (text: string, random: Random) => string };

const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
};
const DIGITS: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };

/** Changes a share of the words, but not links, which readers must be able to follow. */
const wordwise =
  (share: number, change: (word: string, random: Random) => string) => (text: string, random: Random) =>
    text
      .split(/(\s+)/)
      .map((word) =>
        /^\s*$|https?:|www\.|[./@]/.test(word) || random() > share ? word : change(word, random),
      )
      .join('');

const VOWEL = /^[aeiou]$/i;

const signwise = (change: (sign: string, random: Random) => string) => (word: string, random: Random) =>
  [...word].map((sign) => change(sign, random)).join('');

const shifted = (sign: string, first: string, last: string, base: number): string | undefined =>
  sign >= first && sign <= last
    ? String.fromCodePoint(base + sign.charCodeAt(0) - first.charCodeAt(0))
    : undefined;

/** Changes inner letters of a word. */
const inside = (change: (sign: string, random: Random) => string) => (word: string, random: Random) =>
  word.length < 4 ? word : `${word[0]}${signwise(change)(word.slice(1, -1), random)}${word.at(-1)}`;

const PICTURES = ['🎰', '🎁', '🔥', '💰', '⭐'];

/** Inserts something between two letters in the middle of a word. */
const parted = (between: (random: Random) => string) => (word: string, random: Random) => {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return /^\p{L}{4}/u.test(word) ? `${word.slice(0, at)}${between(random)}${word.slice(at)}` : word;
};

const swapped = (word: string, random: Random): string => {
  if (!/^\p{L}{4}/u.test(word)) return word;
  const at = 1 + Math.floor(random() * (word.length - 3));
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
};

/** The thirteen disguises that training and evaluation use. */
export const obfuscations: readonly Obfuscation[] = [
  { name: 'zero-width', apply: wordwise(0.6, (word) => [...word].join('\u200B')) },
  {
    name: 'look-alikes',
    apply: wordwise(
      0.6,
      signwise((sign, random) => (random() < 0.7 ? (LOOKALIKES[sign] ?? sign) : sign)),
    ),
  },
  {
    name: 'digits for letters',
    apply: wordwise(
      0.5,
      signwise((sign, random) => (random() < 0.6 ? (DIGITS[sign.toLowerCase()] ?? sign) : sign)),
    ),
  },
  { name: 'spaced letters', apply: wordwise(0.4, (word) => (word.length > 3 ? [...word].join(' ') : word)) },
  {
    name: 'full width',
    apply: wordwise(
      0.6,
      signwise((sign) => shifted(sign, '!', '~', 0xff01) ?? sign),
    ),
  },
  {
    name: 'mathematical bold',
    apply: wordwise(
      0.6,
      signwise((sign) => shifted(sign, 'a', 'z', 0x1d41a) ?? shifted(sign, 'A', 'Z', 0x1d400) ?? sign),
    ),
  },
  {
    name: 'strokes and marks',
    apply: wordwise(
      0.5,
      signwise((sign, random) => (/[a-z]/i.test(sign) && random() < 0.6 ? `${sign}\u0336\u0301` : sign)),
    ),
  },
  {
    name: 'pictures inside words',
    apply: wordwise(
      0.5,
      parted((random) => pick(random, PICTURES)),
    ),
  },
  {
    name: 'dropped vowels',
    apply: wordwise(
      0.5,
      inside((sign, random) => (VOWEL.test(sign) && random() < 0.8 ? '' : sign)),
    ),
  },
  {
    name: 'doubled vowels',
    apply: wordwise(
      0.5,
      signwise((sign, random) => (VOWEL.test(sign) && random() < 0.7 ? sign + sign : sign)),
    ),
  },
  {
    name: 'asterisks inside words',
    apply: wordwise(
      0.5,
      parted(() => '*'),
    ),
  },
  {
    name: 'tags inside words',
    apply: wordwise(
      0.5,
      parted(() => '<b></b>'),
    ),
  },
  { name: 'swapped letters', apply: wordwise(0.4, swapped) },
];
