/**
 * A text's likeness in 64 bits (SimHash, Charikar 2002): near texts differ in few bits.
 * `exact` is 32 bits over the same normalised text; texts too short to compare have no sketch.
 */
export type Sketch = { readonly bits: bigint; readonly exact: number };

/** Fewest letters a text needs to be compared; "Merci beaucoup" twice is no campaign. */
export const LETTERS_MIN = 30;
const GRAM = 4;
const WIDTH = 64;

export const sketch = (text: string): Sketch | undefined => {
  const plain = comparable(text);
  if (plain.replaceAll(' ', '').length < LETTERS_MIN) return undefined;
  return { bits: likeness(plain), exact: hash(plain, 0x811c9dc5) };
};

/** Differing bits, 0 to 64. */
export const distance = (a: bigint, b: bigint): number => {
  let differing = 0;
  for (let rest = a ^ b; rest > 0n; rest &= rest - 1n) differing += 1;
  return differing;
};

/** Lower-case letters and single spaces: links, digits, accents and punctuation are what spammers vary. */
const comparable = (text: string): string =>
  text
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{L}+/gu, ' ')
    .trim();

const likeness = (plain: string): bigint => {
  const votes = new Int32Array(WIDTH);
  const padded = ` ${plain} `;
  for (let at = 0; at + GRAM <= padded.length; at += 1) {
    const gram = padded.slice(at, at + GRAM);
    vote(votes, 0, hash(gram, 0x811c9dc5));
    vote(votes, 32, hash(gram, 0x01000193));
  }
  return votes.reduce((bits, count, bit) => (count > 0 ? bits | (1n << BigInt(bit)) : bits), 0n);
};

const vote = (votes: Int32Array, from: number, word: number) => {
  for (let bit = 0; bit < 32; bit += 1) {
    votes[from + bit] = (votes[from + bit] ?? 0) + ((word >>> bit) & 1 ? 1 : -1);
  }
};

/** FNV-1a over UTF-16 units, finished with MurmurHash3's mixer so that every bit votes evenly. */
const hash = (text: string, seed: number): number => {
  let word = seed;
  for (let at = 0; at < text.length; at += 1) {
    word = Math.imul(word ^ text.charCodeAt(at), 0x01000193);
  }
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
};
