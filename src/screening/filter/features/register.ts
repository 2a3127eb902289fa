/** The features of one comment and its passages, numbered from 0 by their hashes. */
export type Register = {
  /** The number of a hash: that which it has, or the next. */
  readonly numberOf: (hash: number) => number;
  /** The hashes of all numbers from `from` on. */
  readonly hashes: (from?: number) => Uint32Array;
};

/** Features of a short comment; a power of two. */
export const ROOM = 1024;
/** How many times as much room a full register gets. */
const GROWTH = 4;

/** Uses open addressing: a slot holds a number, counted from 1, or 0 while it is free. */
export const newRegister = (): Register => {
  let size = 0;
  let hashes = new Uint32Array(ROOM);
  let slots = new Uint32Array(2 * ROOM);

  const numberOf = (hash: number): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] && hashes[(slots[slot] ?? 0) - 1] !== hash) slot = (slot + 1) & mask;
    const known = slots[slot];
    if (known) return known - 1;
    hashes[size] = hash;
    size += 1;
    slots[slot] = size;
    if (size === hashes.length) grow();
    return size - 1;
  };
  const grow = () => {
    const all = hashes;
    hashes = new Uint32Array(GROWTH * all.length);
    slots = new Uint32Array(2 * hashes.length);
    size = 0;
    for (const hash of all) numberOf(hash);
  };
  return { numberOf, hashes: (from = 0) => hashes.subarray(from, size) };
};
