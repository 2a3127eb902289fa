import type { Policy } from '../../comment/policy.ts';
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
  if (markdown) return renderMarkdown(text);
  const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/).filter((paragraph) => paragraph.trim() !== '');
  return html`${paragraphs.map((paragraph) => html`<p dir="auto">${lines(paragraph)}</p>`)}`;
};

const lines = (paragraph: string): readonly Html[] =>
  paragraph
    .replace(/^\n|\n$/g, '')
    .split('\n')
    .map((line, at) => html`${at > 0 && html`<br>`}${linkedLine(line)}`);
