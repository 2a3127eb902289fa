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

/** A pattern with stars inside: its strings must occur in order. */
type Pieced = { readonly pattern: number; readonly pieces: readonly Piece[] };
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
  const pieced = all.filter(({ pieces }) => pieces.length > 1);
  const strings = [...new Set(pieced.flatMap(({ pieces }) => pieces))];
  const numbers = new Map(strings.map((string, number) => [string, number]));
  return {
    plain: [...plain.values()].map((equal) => equal.map(({ nth }) => nth)),
    plainStrings: searchFor([...plain.keys()]),
    pieced: pieced.map(({ nth, pieces }) => ({
      pattern: nth,
      pieces: pieces.map((piece) => ({ string: numbers.get(piece) ?? 0, length: piece.length })),
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
  const walls = nextWalls(text, wall);
  for (const { pattern, pieces } of pieced) if (follow(pieces, ends, walls)) found.add(pattern);
  return found;
};

/** By offset, the offset of the first wall from there on. */
const nextWalls = (text: string, wall: string): Int32Array => {
  const walls = new Int32Array(text.length + 1).fill(text.length);
  for (let at = text.length - 1; at >= 0; at -= 1)
    walls[at] = text[at] === wall ? at : (walls[at + 1] ?? text.length);
  return walls;
};

/**
 * Whether the pieces occur in order with no wall in a gap. The earliest occurrence of each is the best, and it is never before
 * the last one tried, so every list is scanned once.
 */
const follow = (
  pieces: readonly Piece[],
  ends: ReadonlyMap<number, readonly number[]>,
  walls: Int32Array,
): boolean => {
  if (!pieces.every(({ string }) => ends.has(string))) return false;

  const places = pieces.map(({ string }) => ends.get(string) ?? []);
  const tried = pieces.map(() => 0);
  return (places[0] ?? []).some((first) => {
    let end = first;
    for (let nth = 1; nth < pieces.length; nth += 1) {
      const { length } = pieces[nth] as Piece;
      const next = firstFrom(places[nth] ?? [], end + length, tried[nth] ?? 0);
      tried[nth] = next;
      const place = places[nth]?.[next];
      if (place === undefined || place - length > (walls[end] ?? 0)) return false;
      end = place;
    }
    return true;
  });
};

const firstFrom = (places: readonly number[], least: number, from: number): number => {
  let at = from;
  while (at < places.length && (places[at] ?? 0) < least) at += 1;
  return at;
};
