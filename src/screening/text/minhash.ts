import { fold } from './fold.ts';
import { advance, OFFSET, settle } from './hash.ts';

/**
 * A text's likeness in 64 bits, minwise hashes of one bit each (Li and König 2010): two texts differ in about
 * 32 bits times the share of four-letter runs that only one of them has. One word changed in thirty turns 2 or 3.
 * `exact` is 32 bits over the same normalised text; texts too short to compare have no sketch.
 */
export type Sketch = { readonly bits: bigint; readonly exact: number };

/** Fewest letters a text needs to be compared; "Merci beaucoup" twice is no campaign. */
export const LETTERS_MIN = 30;
const GRAM = 4;
const WIDTH = 64;
const GOLDEN = 0x9e3779b9;
const { imul } = Math;

export const sketch = (text: string): Sketch | undefined => {
  const plain = comparable(text);
  if (plain.replaceAll(' ', '').length < LETTERS_MIN) return undefined;
  return { bits: likeness(plain), exact: hash(plain) };
};

/** Differing bits, 0 to 64. */
export const distance = (a: bigint, b: bigint): number => {
  let differing = 0;
  for (let rest = a ^ b; rest > 0n; rest &= rest - 1n) differing += 1;
  return differing;
};

/** Lower-case letters and single spaces: links, digits, accents and punctuation are what spammers vary. */
const comparable = (text: string): string =>
  fold(text.replace(/\b(?:https?:\/\/|www\.)\S+/gi, ' '))
    .replace(/\P{L}+/gu, ' ')
    .trim();

const likeness = (plain: string): bigint => {
  const least = new Uint32Array(WIDTH).fill(0xffffffff);
  const padded = ` ${plain} `;
  for (let at = 0; at + GRAM <= padded.length; at += 1) lower(least, hash(padded.slice(at, at + GRAM)));
  return least.reduce((bits, word, bit) => (word & 1 ? bits | (1n << BigInt(bit)) : bits), 0n);
};

/** Keeps, for each of the hash functions, the least value any gram has had. */
const lower = (least: Uint32Array, gram: number) => {
  for (let bit = 0; bit < WIDTH; bit += 1) {
    const word = settle(gram ^ imul(bit + 1, GOLDEN));
    if (word < (least[bit] ?? 0)) least[bit] = word;
  }
};

const hash = (text: string): number => settle(advance(OFFSET, text, 0, text.length));
