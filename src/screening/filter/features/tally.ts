/**
 * Distinct hashes in order of first occurrence, and how often each occurs. Only the first `size` entries of
 * both arrays count.
 */
export type Tally = { readonly hashes: Uint32Array; readonly counts: Uint16Array; readonly size: number };

/** Counts with open addressing. A slot holds the number of an entry, counted from 1, or 0 while it is free. */
export const tally = (all: Uint32Array): Tally => {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * all.length + 2)));
  const hashes = new Uint32Array(all.length);
  const counts = new Uint16Array(all.length);
  let size = 0;
  for (const hash of all) {
    let slot = hash & (slots.length - 1);
    while (slots[slot] && hashes[(slots[slot] ?? 0) - 1] !== hash) slot = (slot + 1) & (slots.length - 1);
    const entry = slots[slot] ?? 0;
    if (entry) {
      counts[entry - 1] = (counts[entry - 1] ?? 0) + 1;
      continue;
    }
    hashes[size] = hash;
    counts[size] = 1;
    size += 1;
    slots[slot] = size;
  }
  return { hashes, counts, size };
};
