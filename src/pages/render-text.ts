import { findLinks } from '../screening/text/links.ts';
import { bindSpaces } from './bind-spaces.ts';
import { type Html, html } from './html.ts';

/** What search engines are told of links by strangers; such pages learn nothing of ours. */
export const LINK_REL = 'nofollow ugc noopener';

/**
 * A comment's text as markup: paragraphs between blank lines, line breaks, and links where an http(s) address stands.
 * Nothing else in it is markup. Spaces that belong to punctuation or figures do not break. Takes time linear in the text.
 */
export const renderText = (text: string): Html => {
  const paragraphs = text.split(/\n(?:[^\S\n]*\n)+/).filter((paragraph) => paragraph.trim() !== '');
  return html`${paragraphs.map((paragraph) => html`<p dir="auto">${lines(paragraph)}</p>`)}`;
};

const lines = (paragraph: string): readonly Html[] =>
  paragraph
    .replace(/^\n|\n$/g, '')
    .split('\n')
    .map((line, at) => html`${at > 0 && html`<br>`}${linked(line)}`);

/** Links http and https addresses only: no bare domains, e-mail addresses or `//host`, which writers rarely mean as links. */
const linked = (line: string): readonly (Html | string)[] => {
  const parts: (Html | string)[] = [];
  let from = 0;
  for (const { kind, address, at } of findLinks(line)) {
    const { href } = (kind === 'web' && URL.parse(address)) || {};
    if (href === undefined) continue;
    parts.push(bindSpaces(line.slice(from, at)), html`<a href="${href}" rel="${LINK_REL}">${address}</a>`);
    from = at + address.length;
  }
  return [...parts, bindSpaces(line.slice(from))];
};
