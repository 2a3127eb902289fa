/** Where FNV-1a begins. */
export const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const { imul } = Math;

/** Start of a family's hashes: names of different families never meet but by chance. */
export const seedOf = (family: string): number => advance(OFFSET, `${family}:`, 0, family.length + 1);

/** FNV-1a over UTF-16 units `from` to `to`, going on from `state`; to be finished by `settle`. */
export const advance = (state: number, text: string, from: number, to: number): number => {
  let hash = state;
  for (let at = from; at < to; at += 1) hash = imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
};

/** Spreads what FNV leaves in the upper bits, as MurmurHash3 ends. */
export const settle = (state: number): number => {
  let hash = state ^ (state >>> 16);
  hash = imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** 32 bits of a name within a family. */
export const hashOf = (seed: number, name: string): number => settle(advance(seed, name, 0, name.length));
