import type { Policy } from '../../comment/policy.ts';
import { isVisible } from '../../screening/text/visible.ts';
import { type Html, html } from '../html.ts';
import { linkedLine } from './linked-line.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Whether a site reads Markdown in the texts of its comments. */
export type Reading = Pick<Policy['display'], 'markdown'>;

/**
 * A comment's text as markup: paragraphs between blank lines, line breaks, and links where an http(s) address stands.
 * Nothing else in it is markup, unless the site allows Markdown. Spaces that belong to punctuation or figures do not break. Takes
 * time linear in the text.
 */
export const renderText = (text: string, { markdown }: Partial<Reading> = {}): Html => {
  const drawn = markdown && renderMarkdown(text);
  if (drawn && isSeen(drawn)) return drawn;
  const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/).filter((paragraph) => paragraph.trim() !== '');
  return html`${paragraphs.map((paragraph) => html`<p dir="auto">${lines(paragraph)}</p>`)}`;
};

/** Whether anything is to be seen of a text that was drawn. Of an empty quotation or code nothing is but its marks, as they were typed. */
const isSeen = ({ markup }: Html): boolean =>
  />[\p{L}\p{N}]/u.test(markup) || isVisible(markup.replace(/<[^>]*>/g, ''));

const lines = (paragraph: string): readonly Html[] =>
  paragraph
    .replace(/^\n|\n$/g, '')
    .split('\n')
    .map((line, at) => html`${at > 0 && html`<br>`}${linkedLine(line)}`);
