import { node } from './nodes.ts';

/** All that the API writes around a comment's text; anything else is shown as text. */
const parts =
  /<(\/?)(p|blockquote|ul|ol|li|pre|code|em|strong|br|a)(?: dir="auto"| href="([^"]*)" rel="[^"]*")?>|[^<]+|</g;
type Name = 'p' | 'blockquote' | 'ul' | 'ol' | 'li' | 'pre' | 'code' | 'em' | 'strong' | 'br' | 'a';
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const REL = 'nofollow ugc noopener';

const decoded = (text: string): string => text.replace(/&#?\w+;/g, (it) => entities[it] ?? it);

/** The API's `html` of a comment as nodes, made one by one, so that no text ever becomes markup. Links lead to http(s) only. */
export const nodesOf = (html: string): DocumentFragment => {
  const all = document.createDocumentFragment();
  let into: Node = all;
  for (const [part, close, name, href = ''] of html.matchAll(parts)) {
    if (close) into = into.parentNode ?? all;
    else if (name) into = opened(into, node(name as Name, attributesOf(part, decoded(href))));
    else into.appendChild(document.createTextNode(decoded(part)));
  }
  return all;
};

/** @returns what goes on inside it, which is nothing of a line break */
const opened = (into: Node, made: HTMLElement): Node => {
  into.appendChild(made);
  return made.localName === 'br' ? into : made;
};

const attributesOf = (part: string, href: string) => ({
  dir: part.includes(' dir=') ? 'auto' : undefined,
  href: /^https?:/i.test(href) ? href : undefined,
  rel: part.startsWith('<a') ? REL : undefined,
});
