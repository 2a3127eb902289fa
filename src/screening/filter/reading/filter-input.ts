import type { Language } from '../../../comment/site.ts';

/** The parts of a comment that the filter reads. They may be of any size and are cut before they are read. */
export type FilterInput = {
  readonly text: string;
  readonly author?: string | undefined;
  /** The author's own page. */
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  /** The article's title. */
  readonly title?: string | undefined;
  /** The site's language (ISO 639-1), which determines the usual script. */
  readonly language?: Language | (string & {}) | undefined;
};

/** UTF-16 units read from a text's beginning, and from its end, where spam puts its link. */
const HEAD = 3_000;
const TAIL = 1_000;
const AUTHOR_MAX = 120;
const ADDRESS_MAX = 300;

/** The input with every text cut to the length that is read. */
export const bounded = (input: FilterInput): FilterInput => ({
  text: headAndTail(input.text).toWellFormed(),
  author: input.author?.slice(0, AUTHOR_MAX).toWellFormed(),
  url: input.url?.slice(0, ADDRESS_MAX).toWellFormed(),
  email: input.email?.slice(0, ADDRESS_MAX).toWellFormed(),
  title: input.title?.slice(0, ADDRESS_MAX).toWellFormed(),
  language: input.language?.slice(0, 2),
});

/** What is read of a text: its beginning and its end, with a space between them, or all of it. */
export const headAndTail = (text: string): string =>
  text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
