import { LEET } from './filter/reading/normalise.ts';
import { withoutPercents } from './percent.ts';
import { compileGlobs, type Globs, globsIn } from './text/globs.ts';
import { unicode } from './text/unicode.ts';
import { EDGE, markSigns, markWords, patternOf } from './text/words.ts';
import { undisguise } from './undisguise.ts';

/** A list's terms, ready to be looked for all at once. */
export type Terms = { readonly globs: Globs; readonly hasSigns: boolean };

/** A text as terms are looked for in it, as it stands and without its disguises. */
export type Readable = { readonly words: string; readonly signs: () => string };

/** The longest text that is not refused, in UTF-16 units; what comes after is not looked at. */
const UNITS_MAX = 20_000;

export const compileTerms = (terms: readonly string[]): Terms => {
  const patterns = terms.map(patternOf);
  return {
    globs: compileGlobs(patterns.map(({ pattern }) => pattern)),
    hasSigns: patterns.some(({ hasSigns }) => hasSigns),
  };
};

export const readable = (sent: string): Readable => {
  const typed = sent.slice(0, UNITS_MAX);
  const decoded = withoutPercents(typed);
  const plain = undisguise(decoded) ?? decoded;
  const readings = new Set([typed, decoded, plain, withFiguresAtEnds(plain)]);
  const marked = (mark: (text: string) => string): string => [...readings].map(mark).join('\n');
  return { words: marked(markWords), signs: () => marked(markSigns) };
};

/** A word that one figure begins or ends, which may stand for a letter: `casin0`, but also `mp3` and `win7`. */
const FIGURE_AT_END = () =>
  unicode(String.raw`(?<![\p{L}\p{M}\p{N}])(?:\d\p{L}{3,}|\p{L}{3,}\d)(?![\p{L}\p{M}\p{N}])`, 'gu');

const withFiguresAtEnds = (plain: string): string =>
  /\d/.test(plain)
    ? plain.replace(FIGURE_AT_END(), (word) => word.replace(/\d/, (figure) => LEET[figure] ?? figure))
    : plain;

/** Numbers of the terms that a text has. */
export const termsIn = ({ globs, hasSigns }: Terms, { words, signs }: Readable): ReadonlySet<number> =>
  globsIn(globs, hasSigns ? `${words}\n${signs()}` : words, EDGE);
