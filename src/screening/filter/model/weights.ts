import { BITS } from '../features/vector.ts';

/** A sparse table of 2^BITS weights of which at most 16 differ, apart from 0. */
export type Weights = {
  /** A bit for each place: whether it has a weight. */
  readonly bits: Uint32Array;
  /** Weights before the first place of each word of `bits`. */
  readonly ranks: Uint32Array;
  /** Which of the levels each weight is, in the order of their places; two to a byte, the first in the low half. */
  readonly steps: Uint8Array;
  /** The weights that there are: whole numbers from -127 to 127, rising. */
  readonly levels: Int8Array;
};

/** Most different weights that a table may have, not counting 0. */
export const LEVELS = 16;
/** Words of 32 bits, which have a bit for each place. */
export const WORDS = 2 ** BITS / 32;

/** The weight of a place; 0 when it has none. */
export const weightAt = ({ bits, ranks, steps, levels }: Weights, place: number): number => {
  const word = bits[place >>> 5] ?? 0;
  const bit = 1 << (place & 31);
  if ((word & bit) === 0) return 0;
  const nth = (ranks[place >>> 5] ?? 0) + ones(word & (bit - 1));
  const step = ((steps[nth >>> 1] ?? 0) >>> (4 * (nth & 1))) & 0xf;
  return levels[step] ?? 0;
};

/** How many bits of a word are set, counted in pairs, then fours, then bytes. */
const ones = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** A table whose weights are counted. @returns it, and how many weights there are */
export const counted = (table: Omit<Weights, 'ranks'>): Weights & { readonly count: number } => {
  const ranks = new Uint32Array(WORDS);
  let count = 0;
  for (let word = 0; word < WORDS; word += 1) {
    ranks[word] = count;
    count += ones(table.bits[word] ?? 0);
  }
  return { ...table, ranks, count };
};

/** Bytes that so many weights' steps take. */
export const bytesFor = (count: number): number => Math.ceil(count / 2);

/**
 * Packs a dense table.
 * @throws {RangeError} when more than 16 weights differ
 */
export const pack = (dense: Int8Array): Weights => {
  const levels = Int8Array.from(new Set(dense.filter((weight) => weight !== 0))).sort();
  if (levels.length > LEVELS) throw new RangeError(`${levels.length} weights differ; ${LEVELS} may.`);
  const bits = new Uint32Array(WORDS);
  const steps: number[] = [];
  dense.forEach((weight, place) => {
    if (weight === 0) return;
    bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    steps.push(levels.indexOf(weight));
  });
  const packed = Uint8Array.from(
    { length: bytesFor(steps.length) },
    (_, nth) => (steps[2 * nth] ?? 0) | ((steps[2 * nth + 1] ?? 0) << 4),
  );
  const { count: _, ...table } = counted({ bits, steps: packed, levels });
  return table;
};
