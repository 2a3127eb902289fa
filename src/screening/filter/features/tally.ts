import { ROOM } from './register.ts';

export type Numbers = readonly number[];

/** Distinct numbers in order of first occurrence, and how often each occurs. */
export type Tally = { readonly numbers: Uint32Array; readonly counts: Uint16Array };

/** A count for each number, all 0 between two tallies, and the numbers of the tally that is being made. */
type Scratch = { readonly counts: Uint16Array; readonly order: Uint32Array };

const scratchOf = (length: number): Scratch => ({
  counts: new Uint16Array(length),
  order: new Uint32Array(length),
});

/** What counts the numbers of several lists together, many times over. They are below `bound`, which may rise. */
export const newTally = (bound: () => number): ((lists: readonly Numbers[]) => Tally) => {
  let scratch = scratchOf(ROOM);
  return (lists) => {
    const least = bound();
    if (least > scratch.order.length) scratch = scratchOf(2 * least);
    let distinct = 0;
    for (const list of lists) distinct = count(list, scratch, distinct);
    const numbers = scratch.order.slice(0, distinct);
    return { numbers, counts: taken(numbers, scratch) };
  };
};

/** Counts a list's numbers behind the `distinct` ones that were counted, and gives how many these are then. */
const count = (list: Numbers, { counts, order }: Scratch, distinct: number): number => {
  let size = distinct;
  for (let at = 0; at < list.length; at += 1) {
    const number = list[at] ?? 0;
    const before = counts[number] ?? 0;
    if (before === 0) order[size++] = number;
    counts[number] = before + 1;
  }
  return size;
};

const taken = (numbers: Uint32Array, { counts }: Scratch): Uint16Array => {
  const own = new Uint16Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    own[at] = counts[number] ?? 0;
    counts[number] = 0;
  }
  return own;
};
