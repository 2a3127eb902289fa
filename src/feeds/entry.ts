/** One entry: all texts as they are, not as markup. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** An excerpt, where the whole text is not given. */
  readonly summary?: string;
  readonly content?: string;
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly updatedAt: number;
};
export type FeedHead = {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  /** Where this very feed is read; left out where that is a secret. */
  readonly self?: string;
};

/** A text with U+FFFD for whatever XML 1.0 (production Char) cannot hold, so that it reads the same in every format. */
export const written = (value: string): string => value.toWellFormed().replace(UNWRITABLE, '\uFFFD');

const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
