import { compileGlobs, type Globs, globsIn } from './text/globs.ts';
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
  const plain = undisguise(typed);
  const marked = (mark: (text: string) => string): string =>
    plain === undefined ? mark(typed) : `${mark(typed)}\n${mark(plain)}`;
  return { words: marked(markWords), signs: () => marked(markSigns) };
};

/** Numbers of the terms that a text has. */
export const termsIn = ({ globs, hasSigns }: Terms, { words, signs }: Readable): ReadonlySet<number> =>
  globsIn(globs, hasSigns ? `${words}\n${signs()}` : words, EDGE);
