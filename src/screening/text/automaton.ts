/**
 * Finds many strings in one pass (Aho and Corasick 1975). Building takes time linear in the strings; searching takes time linear
 * in the text and the matches. A state is a prefix of some string; 0 is the empty prefix.
 */
export type Automaton = {
  readonly step: (state: number, unit: number) => number;
  /** By state: the number of the string that ends there, plus 1; 0 when none does. */
  readonly endOf: Int32Array;
  /** By state: its longest proper suffix in which a string ends, as a state; 0 when there is none. */
  readonly shorter: Int32Array;
};

/** Builds an automaton. Equal strings are reported under the first one's number; empty strings are never found. */
export const buildAutomaton = (strings: readonly string[]): Automaton => {
  const trie = growTrie(strings);
  const { size, child, parentOf, unitOf, endOf } = trie;
  const failTo = new Int32Array(size);
  const shorter = new Int32Array(size);

  const step = (from: number, unit: number): number => {
    for (let state = from; ; state = failTo[state] ?? 0) {
      const next = child(state, unit);
      if (next !== 0 || state === 0) return next;
    }
  };
  for (const state of byDepth(trie)) {
    const parent = parentOf[state] ?? 0;
    const fail = parent === 0 ? 0 : step(failTo[parent] ?? 0, unitOf[state] ?? 0);
    failTo[state] = fail;
    shorter[state] = endOf[fail] ? fail : (shorter[fail] ?? 0);
  }
  return { step, endOf, shorter };
};

/** Numbers of the strings that occur in a text. */
export const stringsIn = (automaton: Automaton, text: string): ReadonlySet<number> => {
  const { endOf, shorter } = automaton;
  const found = new Set<number>();
  const seen = new Uint8Array(endOf.length);
  walk(automaton, text, (state) => {
    // The suffixes of a seen state were reported with it.
    for (let end = state; end !== 0 && !seen[end]; end = shorter[end] ?? 0) {
      seen[end] = 1;
      if (endOf[end]) found.add((endOf[end] ?? 0) - 1);
    }
  });
  return found;
};

/** By a string's number, the end offsets of its occurrences in a text, in order. */
export const endsIn = (automaton: Automaton, text: string): ReadonlyMap<number, readonly number[]> => {
  const { endOf, shorter } = automaton;
  const ends = new Map<number, number[]>();
  walk(automaton, text, (state, at) => {
    for (let end = endOf[state] ? state : (shorter[state] ?? 0); end !== 0; end = shorter[end] ?? 0)
      listIn(ends, (endOf[end] ?? 0) - 1).push(at);
  });
  return ends;
};

const walk = ({ step }: Automaton, text: string, visit: (state: number, end: number) => void) => {
  let state = 0;
  for (let at = 0; at < text.length; at += 1) {
    state = step(state, text.charCodeAt(at));
    visit(state, at + 1);
  }
};

const listIn = <Key>(lists: Map<Key, number[]>, key: Key): number[] => {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
};

/** A trie of the strings. Its edges are in one open-addressing hash table: a Map for each state would take ten times as long. */
const growTrie = (strings: readonly string[]) => {
  const units = strings.reduce((sum, { length }) => sum + length, 0);
  const states = units + 1;
  const [parentOf, unitOf, depthOf, endOf] = [0, 1, 2, 3].map(() => new Int32Array(states)) as Four;
  const mask = 2 ** Math.ceil(Math.log2(2 * states + 2)) - 1;
  const table = new Int32Array(mask + 1);
  let size = 1;

  const slotOf = (parent: number, unit: number): number => {
    let slot = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask;
    for (let state = table[slot]; state; state = table[slot]) {
      if (parentOf[state] === parent && unitOf[state] === unit) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grown = (parent: number, unit: number): number => {
    const slot = slotOf(parent, unit);
    if (table[slot]) return table[slot];
    parentOf[size] = parent;
    unitOf[size] = unit;
    depthOf[size] = (depthOf[parent] ?? 0) + 1;
    table[slot] = size;
    size += 1;
    return size - 1;
  };
  for (const [nth, string] of strings.entries()) {
    let state = 0;
    for (let at = 0; at < string.length; at += 1) state = grown(state, string.charCodeAt(at));
    if (state !== 0 && !endOf[state]) endOf[state] = nth + 1;
  }
  const child = (parent: number, unit: number): number => table[slotOf(parent, unit)] ?? 0;
  return { size, child, parentOf, unitOf, depthOf, endOf: endOf.subarray(0, size) };
};

type Four = [Int32Array, Int32Array, Int32Array, Int32Array];

/** All states but the empty prefix, shortest first. */
const byDepth = ({ size, depthOf }: { readonly size: number; readonly depthOf: Int32Array }): Uint32Array => {
  const placeOf = new Uint32Array(size + 1);
  for (let state = 1; state < size; state += 1) raise(placeOf, (depthOf[state] ?? 0) + 1, 1);
  for (let depth = 1; depth <= size; depth += 1) raise(placeOf, depth, placeOf[depth - 1] ?? 0);
  const states = new Uint32Array(size - 1);
  for (let state = 1; state < size; state += 1) {
    const depth = depthOf[state] ?? 0;
    states[placeOf[depth] ?? 0] = state;
    raise(placeOf, depth, 1);
  }
  return states;
};

const raise = (numbers: Uint32Array, at: number, by: number) => {
  numbers[at] = (numbers[at] ?? 0) + by;
};
