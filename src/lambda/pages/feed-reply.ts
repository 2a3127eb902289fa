import { fitting } from '../fitting.ts';
import { content, type Reply } from '../http.ts';

type Feed<Head, Entry> = { readonly head: Head; readonly entries: readonly Entry[] };
/** Where a feed is read, and the page it belongs to. */
type Addresses = { readonly self?: string; readonly link?: string | undefined };
/** Its media type, and who writes it. */
type Format<Head, Entry> = {
  readonly type: string;
  readonly write: (head: Head, entries: readonly Entry[]) => string;
};

/** A public feed with as many entries as fit, and its addresses as `Link` (RFC 8288). Search engines are to find the pages instead. */
export const feedReply = <Head extends Addresses, Entry>(
  { head, entries }: Feed<Head, Entry>,
  { type, write }: Format<Head, Entry>,
): Promise<Reply> => {
  const { self, link } = head;
  const links = [
    ...(self === undefined ? [] : [`<${self}>; rel="self"`]),
    ...(link === undefined ? [] : [`<${link}>; rel="alternate"; type="text/html"`]),
  ];
  const headers = { link: links.join(', '), 'x-robots-tag': 'noindex' };
  return fitting(entries.length, async (limit) =>
    content(type, write(head, entries.slice(0, limit)), headers),
  );
};
