import { type Language, languages } from '../../../comment/site.ts';
import { clarify, normalise } from '../reading/normalise.ts';
import { wordsOf } from '../reading/split-words.ts';
import { abusiveTerms, BEGINNING, END } from './abusive-terms.ts';
import { formsOf } from './inflect.ts';

/** Most terms shown to a moderator. */
const TERMS_MAX = 5;
/** Most words read; the longest text has fewer. */
const WORDS_MAX = 10_000;

/**
 * Finds abusive words in a text after undoing its disguises, and gives them as the text has them. Looks for both languages'
 * words, since a text of a few words does not tell its own. Abuse says nothing about spam.
 */
export const findAbuse = (text: string): readonly string[] => {
  const { bases, phrases } = sought();
  const words = [BEGINNING, ...wordsOf(normalise(clarify(text)).text, WORDS_MAX), END];
  const said = words.map((word) => bases.get(word) ?? word);
  const found = new Set<string>();
  for (const [at, first] of said.entries())
    for (const phrase of phrases.get(first) ?? []) {
      const end = endOf(phrase, said, at);
      if (end !== undefined) found.add(withoutEdges(words.slice(at, end)).join(' '));
    }
  return [...found].slice(0, TERMS_MAX);
};

/** Words in a row, which one of others has to follow where there are any. */
type Phrase = { readonly words: Words; readonly then?: readonly Words[] };
type Words = readonly string[];

/** Where a phrase ends that begins at a word of a text; undefined where it does not stand there. */
const endOf = ({ words, then }: Phrase, said: Words, at: number): number | undefined => {
  const standsAt = (one: Words, from: number) => one.every((word, nth) => said[from + nth] === word);
  if (!standsAt(words, at)) return undefined;
  const end = at + words.length;
  if (then === undefined) return end;
  const next = then.find((one) => standsAt(one, end));
  return next && end + next.length;
};

const withoutEdges = (words: Words): Words => words.filter((word) => word !== BEGINNING && word !== END);

/** Base forms by form, and phrases of base forms by their first word. */
type Sought = {
  readonly bases: ReadonlyMap<string, string>;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

/** Made for the first text, which keeps it out of cold starts that look at none. */
const sought = (): Sought => {
  made ??= make();
  return made;
};
let made: Sought | undefined;

const make = (): Sought => {
  const bases = new Map<string, string>();
  const phrases = languages.flatMap((language): readonly Phrase[] => {
    const { plain, doubtful, openers } = abusiveTerms[language];
    const based = (term: string) => term.split(' ').map((word) => baseOf(word, language, bases));
    const then = doubtful.map(based);
    return [
      ...plain.map((term) => ({ words: based(term) })),
      ...openers.map((term) => ({ words: based(term), then })),
    ];
  });
  return { bases, phrases: Map.groupBy(phrases, ({ words: [first = ''] }) => first) };
};

/** The base form of a listed word, which all its forms then have; that of another word where it is one of its forms. */
const baseOf = (word: string, language: Language, bases: Map<string, string>): string => {
  const known = bases.get(word);
  if (known !== undefined) return known;
  for (const form of formsOf(word, language)) if (!bases.has(form)) bases.set(form, word);
  return word;
};
