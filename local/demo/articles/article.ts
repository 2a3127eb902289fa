import type { Language } from '../../../src/comment/site.ts';

export type DemoArticle = {
  readonly language: Language;
  /** Where the page stands. */
  readonly path: string;
  /** The publisher's id of the article. */
  readonly slug: string;
  readonly section: string;
  readonly title: string;
  readonly lead: string;
  readonly author: string;
  /** RFC 3339 date. */
  readonly published: string;
  readonly paragraphs: readonly string[];
};

/** French sets its high punctuation off by spaces that never end a line. */
export const spaced = (text: string): string =>
  text.replace(/« | (?=[»:])/g, (space) => space.replace(' ', '\u00A0')).replace(/ (?=[;!?])/g, '\u202F');
