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

const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (it) => entities[it] ?? it);

/** The API's `html` of a comment as nodes, made one by one, so that no text ever becomes markup. Links lead to http(s) only. */
export const nodesOf = (html: string): DocumentFragment => {
  const all = document.createDocumentFragment();
  let into: Node = all;
  for (const [part, href] of html.matchAll(parts)) {
    if (part === '</p>' || part === '</a>') {
      into = into.parentNode ?? all;
      continue;
    }
    const made = into.appendChild(opened(part, href));
    if (made instanceof HTMLParagraphElement || made instanceof HTMLAnchorElement) into = made;
  }
  return all;
};

const opened = (part: string, href: string | undefined): Node => {
  if (part.startsWith('<p ')) return node('p', { dir: 'auto' });
  if (part === '<br>') return node('br');
  return href === undefined ? document.createTextNode(decoded(part)) : linkTo(decoded(href));
};

const linkTo = (href: string): HTMLAnchorElement =>
  node('a', { href: /^https?:/i.test(href) ? href : undefined, rel: REL });
