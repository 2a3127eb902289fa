import { fold } from './fold.ts';
import { finalise, hashText } from './hash.ts';
import { isAscii, unicode } from './unicode.ts';

/**
 * A text's MinHash in 64 bits, one bit per hash function (b-bit minwise hashing, Li and König 2010). Two texts differ in about
 * 32 bits times the share of four-letter runs that only one of them has; one changed word in thirty changes 2 or 3 bits.
 * `exact` is a 32-bit hash of the same normalised text.
 */
export type MinHash = { readonly bits: bigint; readonly exact: number };

/** Minimum letters of a text that is compared: two people may both write "Merci beaucoup". */
export const LETTERS_MIN = 30;
const GRAM = 4;
const HASHES = 64;
/** 2^32 divided by the golden ratio: its multiples make 64 different hash functions. */
const GOLDEN = 0x9e3779b9;

/** Undefined for a text that is too short to compare. */
export const minHash = (text: string): MinHash | undefined => {
  const plain = comparable(text);
  if (plain.replaceAll(' ', '').length < LETTERS_MIN) return undefined;
  return { bits: lowestBits(plain), exact: hashText(plain) };
};

/** Hamming distance: the number of differing bits, 0 to 64. */
export const distance = (a: bigint, b: bigint): number => {
  let differing = 0;
  for (let rest = a ^ b; rest > 0n; rest &= rest - 1n) differing += 1;
  return differing;
};

/** Lower-case letters and single spaces. Links, digits, accents and punctuation go, because spammers vary them. */
const comparable = (text: string): string => {
  const folded = fold(text.replace(/\b(?:https?:\/\/|www\.)\S+/gi, ' '));
  return folded.replace(isAscii(folded) ? /[^A-Za-z]+/g : NO_LETTERS(), ' ').trim();
};
const NO_LETTERS = () => unicode(String.raw`\P{L}+`, 'gu');

/** The lowest bit of each hash function's minimum over all four-letter runs. */
const lowestBits = (plain: string): bigint => {
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  const padded = ` ${plain} `;
  for (let at = 0; at + GRAM <= padded.length; at += 1)
    lowerMinima(minima, hashText(padded.slice(at, at + GRAM)));
  return minima.reduce((bits, hash, bit) => (hash & 1 ? bits | (1n << BigInt(bit)) : bits), 0n);
};

const lowerMinima = (minima: Uint32Array, gram: number) => {
  for (let bit = 0; bit < HASHES; bit += 1) {
    const hash = finalise(gram ^ Math.imul(bit + 1, GOLDEN));
    if (hash < (minima[bit] ?? 0)) minima[bit] = hash;
  }
};
