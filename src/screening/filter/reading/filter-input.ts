import type { Language } from '../../../comment/site.ts';

/** What the filter looks at of a comment; texts may hold anything and are cut before they are read. */
export type FilterInput = {
  readonly text: string;
  readonly author?: string | undefined;
  /** The author's own page. */
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  /** The article's title. */
  readonly title?: string | undefined;
  /** The site's language, as ISO 639-1; it tells which script is usual. */
  readonly language?: Language | (string & {}) | undefined;
};

/** UTF-16 units read of a text: its beginning, and its end, where advertising leaves its link. */
const HEAD = 3_000;
const TAIL = 1_000;
const AUTHOR_MAX = 120;
const ADDRESS_MAX = 300;

/** The input with every text cut to what is read, whatever its size was. */
export const bounded = (input: FilterInput): FilterInput => ({
  text: headAndTail(input.text, HEAD, TAIL).toWellFormed(),
  author: input.author?.slice(0, AUTHOR_MAX).toWellFormed(),
  url: input.url?.slice(0, ADDRESS_MAX).toWellFormed(),
  email: input.email?.slice(0, ADDRESS_MAX).toWellFormed(),
  title: input.title?.slice(0, ADDRESS_MAX).toWellFormed(),
  language: input.language?.slice(0, 2),
});

/** The first `head` and the last `tail` UTF-16 units of a text that is longer than both together. */
export const headAndTail = (text: string, head: number, tail: number): string =>
  text.length <= head + tail ? text : `${text.slice(0, head)} ${text.slice(-tail)}`;
