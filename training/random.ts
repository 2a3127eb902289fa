/** A seeded generator of numbers from 0 to under 1 (mulberry32). The same seed gives the same training. */
export type Random = () => number;

export const randomFrom = (seed: number): Random => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** One element, all equally likely. */
export const pick = <T>(random: Random, from: readonly T[]): T => {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
};

/** One element with probability proportional to its share. */
export const pickByShare = <T>(random: Random, from: readonly (readonly [share: number, one: T])[]): T => {
  let left = random() * from.reduce((sum, [share]) => sum + share, 0);
  const found = from.find(([share]) => {
    left -= share;
    return left < 0;
  });
  return (found ?? (from[0] as readonly [number, T]))[1];
};

/** A shuffled copy. */
export const shuffled = <T>(random: Random, all: readonly T[]): T[] => {
  const copy = [...all];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    [copy[last], copy[at]] = [copy[at] as T, copy[last] as T];
  }
  return copy;
};

/**
 * The part, 0 to `count` - 1, that a group belongs to. Always the same for the same `start`; another start
 * gives another division.
 */
export const partOf = (group: string, count: number, start = 0): number => {
  let hash = start;
  for (let at = 0; at < group.length; at += 1) hash = (Math.imul(hash, 31) + group.charCodeAt(at)) >>> 0;
  return hash % count;
};
