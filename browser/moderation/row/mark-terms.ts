import { fold, foldCase } from '../../../src/screening/text/fold.ts';
import { EDGE, patternOf, plainSigns, SPELT_MIN } from '../../../src/screening/text/words.ts';

export type Part = { readonly text: string; readonly isTerm: boolean };
type Span = { readonly from: number; readonly to: number };

/** Terms that are marked in one text, at most: what a check saw is a handful. */
const TERMS_MAX = 40;

/**
 * Cuts a text where terms stand in it as a site's list means them: whole words, stars for the rest of one, whatever the case,
 * the accents and the letters' style, also spelt letter by letter. Where two overlap, the first and longest wins. Takes time
 * linear in the text.
 */
export const markTerms = (text: string, terms: readonly string[]): readonly Part[] => {
  const patterns = [...new Set(terms)].slice(0, TERMS_MAX).map(patternOf);
  const sought = patterns.filter(({ pattern }) => pattern !== '');
  const spans = [...Map.groupBy(sought, ({ hasSigns }) => hasSigns)].flatMap(([hasSigns, alike]) =>
    spansIn(foldWithPlaces(text, hasSigns ? foldCase : fold), alike.map(expressionOf)),
  );
  return cut(text, spans);
};

const spansIn = ({ folded, starts }: Folded, expressions: readonly RegExp[]): readonly Span[] =>
  expressions
    .flatMap((expression) => [...folded.matchAll(expression)])
    .map(({ index, 0: found }) => ({ from: starts[index] ?? 0, to: starts[index + found.length] ?? 0 }));

const cut = (text: string, spans: readonly Span[]): readonly Part[] => {
  const parts: Part[] = [];
  let end = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < end || to === from) continue;
    if (from > end) parts.push({ text: text.slice(end, from), isTerm: false });
    parts.push({ text: text.slice(from, to), isTerm: true });
    end = to;
  }
  return end < text.length ? [...parts, { text: text.slice(end), isTerm: false }] : parts;
};

type Folded = { readonly folded: string; readonly starts: readonly number[] };

/** The folded text, and where each of its characters comes from, and its end. */
const foldWithPlaces = (text: string, foldOne: (char: string) => string): Folded => {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const char of text) {
    const simple = plainSigns(foldOne(char));
    for (let n = 0; n < simple.length; n += 1) starts.push(at);
    folded += simple;
    at += char.length;
  }
  return { folded, starts: [...starts, text.length] };
};

const IN_WORD = String.raw`[\p{L}\p{N}]`;
const BETWEEN = String.raw`[^\p{L}\p{N}]`;
const BEGINS = `(?<!${IN_WORD})`;
const ENDS = `(?!${IN_WORD})`;
const EITHER = `(?:${BEGINS}(?=${IN_WORD})|(?<=${IN_WORD})${ENDS})`;
/** A word of so many letters may be spelt letter by letter, as lists find it. */
const SPELT = new RegExp(`^${EDGE}(${IN_WORD}{${SPELT_MIN},})${EDGE}$`, 'u');

/**
 * What follows a star is taken where it first comes, for good (a look-ahead gives nothing back), so that no text makes an
 * expression try many ways.
 */
const expressionOf = ({ pattern, hasSigns }: ReturnType<typeof patternOf>): RegExp => {
  const gap = hasSigns ? EITHER : `${BETWEEN}+`;
  const begins = /^[*\u0001]/.test(pattern) ? BEGINS : '';
  const ends = pattern.endsWith(EDGE) ? ENDS : '';
  const [first = '', ...others] = pattern.replace(/^\u0001|\u0001$/g, '').split(/\*+/);
  const sourceOf = (piece: string) => escaped(piece).replaceAll(EDGE, gap);
  const starred = others.map((piece, nth) => {
    const end = nth === others.length - 1 ? ends : '';
    return piece + end === '' ? `${IN_WORD}*` : `(?=(${IN_WORD}*?${sourceOf(piece)}${end}))\\${nth + 1}`;
  });
  const written = [begins, sourceOf(first), ...starred, others.length === 0 ? ends : ''].join('');
  const letters = SPELT.exec(pattern)?.[1] ?? '';
  const spelt = letters && `|${BEGINS}${[...letters].join(`${BETWEEN}+`)}${ENDS}`;
  return new RegExp(`${written}${spelt}`, 'gu');
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
