import { type Automaton, buildAutomaton, endsIn, stringsIn } from './automaton.ts';

/** A compiled list of patterns, which is searched for in one pass over a text. */
export type Globs = {
  /** By a string's number, the numbers of the patterns that are only that string. */
  readonly plain: readonly (readonly number[])[];
  readonly plainStrings: Search;
  readonly pieced: readonly Pieced[];
  readonly pieceStrings: Automaton;
};

/** Numbers of the strings that a text has. */
type Search = (text: string) => ReadonlySet<number>;

/** Equal patterns with stars inside: their strings must occur in order. */
type Pieced = { readonly patterns: readonly number[]; readonly pieces: readonly Piece[] };
type Piece = { readonly string: number; readonly length: number };

/** Compiles patterns. `*` matches any characters but the wall; at either end it has no effect. An empty pattern is never found. */
export const compileGlobs = (patterns: readonly string[]): Globs => {
  const all = patterns.map((pattern, nth) => ({
    nth,
    pieces: pattern.split('*').filter((piece) => piece !== ''),
  }));
  const plain = Map.groupBy(
    all.filter(({ pieces }) => pieces.length === 1),
    ({ pieces }) => pieces[0] ?? '',
  );
  const pieced = Map.groupBy(
    all.filter(({ pieces }) => pieces.length > 1),
    ({ pieces }) => pieces.join('*'),
  );
  const strings = [...new Set([...pieced.keys()].flatMap((pattern) => pattern.split('*')))];
  const numbers = new Map(strings.map((string, number) => [string, number]));
  return {
    plain: [...plain.values()].map((equal) => equal.map(({ nth }) => nth)),
    plainStrings: searchFor([...plain.keys()]),
    pieced: [...pieced].map(([pattern, equal]) => ({
      patterns: equal.map(({ nth }) => nth),
      pieces: pattern.split('*').map((piece) => ({ string: numbers.get(piece) ?? 0, length: piece.length })),
    })),
    pieceStrings: buildAutomaton(strings),
  };
};

/** So many strings are found one by one in less time than an automaton of them takes to build. */
const FEW = 64;

const searchFor = (strings: readonly string[]): Search => {
  if (strings.length <= FEW)
    return (text) => new Set(strings.flatMap((string, nth) => (text.includes(string) ? [nth] : [])));
  const automaton = buildAutomaton(strings);
  return (text) => stringsIn(automaton, text);
};

/** Numbers of the patterns that occur in a text. `wall` is the one character that `*` does not match. */
export const globsIn = (
  { plain, plainStrings, pieced, pieceStrings }: Globs,
  text: string,
  wall: string,
): ReadonlySet<number> => {
  const found = new Set([...plainStrings(text)].flatMap((string) => plain[string] ?? []));
  if (pieced.length === 0) return found;

  const ends = endsIn(pieceStrings, text);
  const walls = wallEnds(text, wall);
  for (const { patterns, pieces } of pieced)
    if (follow(pieces, ends, walls)) for (const pattern of patterns) found.add(pattern);
  return found;
};

/** By offset, where the last wall before it ends. */
const wallEnds = (text: string, wall: string): Int32Array => {
  const ends = new Int32Array(text.length + 1);
  for (let at = 1; at <= text.length; at += 1) ends[at] = text[at - 1] === wall ? at : (ends[at - 1] ?? 0);
  return ends;
};

/**
 * Whether the pieces occur in order with no wall in a gap. Of each piece the earliest place is tried that those before it and the walls
 * before those after it leave, so that no list is gone through twice, and whatever lies between two walls is passed over at once.
 */
const follow = (
  pieces: readonly Piece[],
  ends: ReadonlyMap<number, readonly number[]>,
  walls: Int32Array,
): boolean => {
  if (!pieces.every(({ string }) => ends.has(string))) return false;

  const places = pieces.map(({ string }) => ends.get(string) ?? []);
  const tried = pieces.map(() => 0);
  /** Moves a piece to its first place that ends at `least` or later; NaN when there is none. */
  const move = (nth: number, least: number): number => {
    tried[nth] = firstFrom(places[nth] ?? [], least, tried[nth] ?? 0);
    return places[nth]?.[tried[nth]] ?? Number.NaN;
  };
  for (let nth = 1; nth < pieces.length; ) {
    const { length } = pieces[nth] as Piece;
    const before = move(nth - 1, 0);
    const start = move(nth, before + length) - length;
    if (Number.isNaN(start)) return false;
    const least = walls[start] ?? 0;
    if (before >= least) nth += 1;
    else if (Number.isNaN(move(nth - 1, least))) return false;
    else nth = Math.max(1, nth - 1);
  }
  return true;
};

/** The index from `from` on of the first place of `least` or more: looked for in steps that double, then by halving. */
const firstFrom = (places: readonly number[], least: number, from: number): number => {
  let [low, step] = [from, 1];
  while ((places[low + step - 1] ?? least) < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(places.length, low + step - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};
