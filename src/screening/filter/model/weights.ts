import { BITS } from '../features/vector.ts';

/**
 * A sparse table of 2^BITS whole numbers from -127 to 127 that a file's bytes can back without decoding. It
 * is split into blocks of 256 places; each block lists the places that have a weight in rising order, and
 * their weights at the same positions.
 */
export type Weights = {
  /** Start of each block in `lows`, and the end of the last one. */
  readonly starts: Uint32Array;
  /** Lowest byte of each place that has a weight. */
  readonly lows: Uint8Array;
  readonly values: Int8Array;
};

const BLOCK_BITS = 8;
export const BLOCKS = 2 ** (BITS - BLOCK_BITS);

/** The weight of a place; 0 when it has none. */
export const weightAt = ({ starts, lows, values }: Weights, place: number): number => {
  const block = place >>> BLOCK_BITS;
  const low = place & 0xff;
  const end = starts[block + 1] ?? 0;
  const at = firstFrom(lows, low, starts[block] ?? 0, end);
  return at < end && lows[at] === low ? (values[at] ?? 0) : 0;
};

/** The first position in a block whose byte is not below `low`. Places are spread evenly, so it is some steps from its share. */
const firstFrom = (lows: Uint8Array, low: number, start: number, end: number): number => {
  let at = start + (((end - start) * low) >>> BLOCK_BITS);
  while (at > start && (lows[at - 1] ?? 0) >= low) at -= 1;
  while (at < end && (lows[at] ?? 0) < low) at += 1;
  return at;
};

/** Packs a dense table. */
export const pack = (dense: Int8Array): Weights => {
  const starts = new Uint32Array(BLOCKS + 1);
  const places: number[] = [];
  dense.forEach((weight, place) => {
    if (weight === 0) return;
    places.push(place);
    const next = (place >>> BLOCK_BITS) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  });
  for (let block = 1; block <= BLOCKS; block += 1)
    starts[block] = (starts[block] ?? 0) + (starts[block - 1] ?? 0);
  return {
    starts,
    lows: Uint8Array.from(places, (place) => place & 0xff),
    values: Int8Array.from(places, (place) => dense[place] ?? 0),
  };
};
