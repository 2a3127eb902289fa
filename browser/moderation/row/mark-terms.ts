export type Part = { readonly text: string; readonly isTerm: boolean };

/** Terms that are marked in one text, at most: what a check saw is a handful. */
const TERMS_MAX = 40;

/** Cuts a text where terms stand in it; case and accents do not count, and the longest term wins. */
export const markTerms = (text: string, terms: readonly string[]): readonly Part[] => {
  const sought = [...new Set(terms.map(fold))].filter((term) => term.length > 1).slice(0, TERMS_MAX);
  if (sought.length === 0 || text === '') return [{ text, isTerm: false }];
  const { folded, starts } = foldWithPlaces(text);
  const pattern = new RegExp(
    sought
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'g',
  );
  const parts: Part[] = [];
  let end = 0;
  for (const { index, 0: found } of folded.matchAll(pattern)) {
    const from = starts[index] ?? 0;
    const to = starts[index + found.length] ?? text.length;
    if (from > end) parts.push({ text: text.slice(end, from), isTerm: false });
    parts.push({ text: text.slice(from, to), isTerm: true });
    end = to;
  }
  return end < text.length ? [...parts, { text: text.slice(end), isTerm: false }] : parts;
};

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The folded text, and where each of its characters comes from. */
const foldWithPlaces = (text: string) => {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const char of text) {
    const simple = fold(char);
    for (let n = 0; n < simple.length; n += 1) starts.push(at);
    folded += simple;
    at += char.length;
  }
  return { folded, starts };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
