import { findLinks } from '../../screening/text/links.ts';
import { bindSpaces } from '../bind-spaces.ts';
import { type Html, html } from '../html.ts';

/** Tells search engines that strangers placed the link, and gives the linked page no access to ours. */
export const LINK_REL = 'nofollow ugc noopener';

/** An http(s) address in a line: where it stands, as typed, and what it leads to. */
export type WebLink = { readonly at: number; readonly address: string; readonly url: URL };

/** Links http and https addresses only: no bare domains, e-mail addresses or `//host`, which writers rarely mean as links. */
export const webLinks = (line: string): readonly WebLink[] =>
  findLinks(line).flatMap(({ kind, address, at }) => {
    const url = kind === 'web' ? URL.parse(address) : null;
    return url ? [{ at, address, url }] : [];
  });

export const anchor = ({ href }: Pick<URL, 'href'>, label: string): Html =>
  html`<a href="${href}" rel="${LINK_REL}">${label}</a>`;

/** A line as markup in which only web addresses are links. */
export const linkedLine = (line: string): Html => {
  const parts: (Html | string)[] = [];
  let from = 0;
  for (const { at, address, url } of webLinks(line)) {
    parts.push(bindSpaces(line.slice(from, at)), anchor(url, address));
    from = at + address.length;
  }
  return html`${parts}${bindSpaces(line.slice(from))}`;
};
