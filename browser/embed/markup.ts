import { node } from './nodes.ts';

/** All that the API writes around a comment's text; anything else is shown as text. */
const parts = /<p dir="auto">|<\/p>|<br>|<a href="([^"]*)" rel="[^"]*">|<\/a>|[^<]+|</g;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const REL = 'nofollow ugc noopener';

const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (it) => entities[it] ?? it);

/** The API's `html` of a comment as nodes, made one by one, so that no text ever becomes markup. Links lead to http(s) only. */
export const nodesOf = (html: string): DocumentFragment => {
  const all = document.createDocumentFragment();
  let paragraph: Node = all;
  let into: Node = all;
  for (const [part, href] of html.matchAll(parts)) {
    if (part.startsWith('<p ')) into = paragraph = all.appendChild(node('p', { dir: 'auto' }));
    else if (part === '</p>') into = paragraph = all;
    else if (part === '</a>') into = paragraph;
    else if (part === '<br>') into.appendChild(node('br'));
    else if (href !== undefined) into = paragraph.appendChild(linkTo(decoded(href)));
    else into.appendChild(document.createTextNode(decoded(part)));
  }
  return all;
};

const linkTo = (href: string): HTMLAnchorElement =>
  node('a', { href: /^https?:/i.test(href) ? href : undefined, rel: REL });
