const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const { imul } = Math;

/** Continues a 32-bit FNV-1a hash over a text's UTF-16 units `from` to `to`. `finalise` turns the state into a hash. */
export const fnv1a = (state: number, text: string, from: number, to: number): number => {
  let hash = state;
  for (let at = from; at < to; at += 1) hash = imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
};

/** MurmurHash3's finaliser: mixes a state so that every bit of the result is equally good. Unsigned, 32 bits. */
export const finalise = (state: number): number => {
  let hash = state ^ (state >>> 16);
  hash = imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The state that a family's hashes start from, so that equal names in different families get different hashes. */
export const seedOf = (family: string): number => fnv1a(FNV_OFFSET, `${family}:`, 0, family.length + 1);

/** 32-bit hash of a name within a family. */
export const hashOf = (seed: number, name: string): number => finalise(fnv1a(seed, name, 0, name.length));

/** 32-bit hash of a text that belongs to no family. */
export const hashText = (text: string): number => hashOf(FNV_OFFSET, text);

/** The upper `bits` bits of a 32-bit hash, as a whole number. */
export const topBits = (hash: number, bits: number): number => hash >>> (32 - bits);
