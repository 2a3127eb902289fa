import type { Language } from '../comment/site.ts';

/** One entry: all texts are as they were typed, but for `html`. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** An excerpt, where the whole is not given. */
  readonly summary?: string;
  /** The whole, as text and as safe markup. */
  readonly content?: { readonly text: string; readonly html: string };
  readonly link: string;
  /** The entry's id and address that this one answers. */
  readonly answers?: { readonly id: string; readonly link: string };
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly updatedAt: number;
};
export type FeedHead = {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** The page it belongs to, if there is one. */
  readonly link?: string | undefined;
  /** Where this very feed is read; left out where that is a secret. */
  readonly self?: string;
};

/** A text with U+FFFD for whatever XML 1.0 (production Char) cannot hold, so that it reads the same in every format. */
export const written = (value: string): string => value.toWellFormed().replace(UNWRITABLE, '\uFFFD');

const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
