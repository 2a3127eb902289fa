import { content, type Reply } from '../http.ts';

/** Where a feed is read, and the page it belongs to. */
type Addresses = { readonly self?: string; readonly link?: string | undefined };

/** A public feed, with its addresses as `Link` (RFC 8288). Search engines are to find the pages instead. */
export const feedReply = (type: string, body: string, { self, link }: Addresses): Reply => {
  const links = [
    ...(self === undefined ? [] : [`<${self}>; rel="self"`]),
    ...(link === undefined ? [] : [`<${link}>; rel="alternate"; type="text/html"`]),
  ];
  return content(type, body, { link: links.join(', '), 'x-robots-tag': 'noindex' });
};
