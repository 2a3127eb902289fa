import { createHash } from 'node:crypto';
import { isAscii, unicode } from '../../screening/text/unicode.ts';

/** Bytes of UTF-8 that an id is kept in: it is part of keys. */
const BYTES_MAX = 200;
/** Bytes of a longer id's beginning that are kept, for people to read; an address keeps its host whole. */
const HEAD_BYTES = 120;
/** Characters of a host, so that it and a digest always fit. Real ones are shorter. */
const HOST_MAX = 120;
const SCHEME = 'https://';

/**
 * The one name of an article, at most 200 bytes of UTF-8. An id of the publisher's own stays as it is, in Unicode's composed form,
 * without spaces around it or characters of no width. A web address loses what does not tell articles apart: http or https, letter case of
 * the host, default port, fragment (but a route in a page's script, `#/…` or `#!…`), parameters of tracking and their order, those that only show a form or a page for telephones,
 * `index.html`, the slash at the end, needless percent-encoding. What is longer is kept by its beginning and a digest. Idempotent.
 * @returns undefined for an address that cannot be read, or whose host is over 120 characters
 */
export const canonicalId = (id: string): string | undefined => {
  const tidied = withoutZeroWidth(id).normalize('NFC').trim();
  if (!/^https?:/i.test(tidied)) return fits(tidied) ? tidied : shortened(tidied, tidied);
  const { place, whole } = canonicalAddress(tidied) ?? {};
  if (place === undefined || whole === undefined || new URL(place).host.length > HOST_MAX) return undefined;
  if (fits(whole)) return whole;
  const long = shortened(place, whole);
  // A cut address may canonicalise differently: then only the host and the digest are kept.
  return canonicalAddress(long)?.whole === long ? long : shortened(`${new URL(place).origin}/`, whole);
};

/** An address in its one spelling, whole and without its query and fragment. */
const canonicalAddress = (address: string) => {
  const url = URL.parse(address);
  const host = url && URL.parse(`${SCHEME}${url.host}`)?.host;
  if (!url || !host) return undefined;
  const place = `${SCHEME}${host}${path(url)}`;
  return { place, whole: `${place}${query(url.search)}${route(url)}` };
};

const fits = (id: string): boolean => Buffer.byteLength(id) <= BYTES_MAX;

/** Never cut within the host, whose length is bounded. */
const shortened = (readable: string, whole: string): string => {
  const head = Buffer.from(readable)
    .subarray(0, headBytes(readable))
    .toString()
    .replace(/\u{FFFD}$/u, '');
  return `${head}~${createHash('sha256').update(whole).digest('base64url')}`;
};

const headBytes = (readable: string): number =>
  Math.max(HEAD_BYTES, readable.startsWith(SCHEME) ? readable.indexOf('/', SCHEME.length) + 1 : 0);

/** Removes soft hyphens, direction marks, joiners and variation selectors: Unicode's default-ignorable characters. */
const withoutZeroWidth = (text: string): string =>
  isAscii(text) ? text : text.replace(unicode(String.raw`\p{DI}`, 'gu'), '');

const isIndex = (segment: string): boolean => segment === '' || /^index\.(?:html?|php)$/i.test(segment);

const path = ({ pathname }: URL): string => {
  const segments = pathname.slice(1).split('/').map(tidy);
  const end = segments.findLastIndex((segment) => !isIndex(segment));
  return `/${segments.slice(0, end + 1).join('/')}`;
};

/** A fragment by which a page's script shows one of several articles, in its one spelling. */
const route = ({ hash }: URL): string => {
  const [, mark = '', place = '', search = ''] = /^#(!?)([^?#]*)([^#]*)/.exec(hash) ?? [];
  const isFromRoot = place.startsWith('/');
  if (!mark && !isFromRoot) return '';
  const segments = place.split('/').map(tidy);
  const end = segments.findLastIndex(Boolean);
  const named = `${segments.slice(0, end + 1).join('/')}${query(search)}`;
  if (named === '') return '';
  return `#${mark}${end < 0 && isFromRoot ? '/' : ''}${named}`;
};

const query = (search: string): string => {
  const parameters = search.slice(1).split('&').map(parameter);
  const telling = parameters.filter(({ name }) => name !== '' && !isBeside(name));
  if (telling.length === 0) return '';
  return `?${telling
    .sort((a, b) => compare(a.name, b.name))
    .map(({ whole }) => whole)
    .join('&')}`;
};

const parameter = (part: string) => {
  const [name = '', ...value] = part.replaceAll('+', '%20').split('=');
  const [tidyName, tidyValue] = [tidy(name), tidy(value.join('='))];
  return { name: tidyName, whole: tidyValue === '' ? tidyName : `${tidyName}=${tidyValue}` };
};

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Percent-encodes what must be, as composed Unicode. Invalid UTF-8 only gets upper-case digits. */
const tidy = (encoded: string): string => {
  try {
    return encodeURIComponent(withoutZeroWidth(decodeURIComponent(encoded)).normalize('NFC'));
  } catch {
    return encoded.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
  }
};

/** Parameters that say where a reader came from: mail, advertising and audience services. */
const tracking: ReadonlySet<string> = new Set(
  `_ga _gl at_campaign at_channel at_creation at_emailtype at_format at_link at_medium at_platform at_send_date
  dclid fbclid gad_source gbraid gclid gclsrc igsh igshid mc_cid mc_eid msclkid mtm_campaign mtm_medium mtm_source
  ref_src ref_url ttclid twclid wbraid wt_mc xtor yclid`.split(/\s+/),
);

/** Parameters that show the same article differently: another page of comments, a comment to answer (ours, WordPress's), a mobile page. */
const showing: ReadonlySet<string> = new Set(['around', 'cursor', 'replyto', 'replytocom', 'amp']);

/** Whether a parameter tells no articles apart. */
const isBeside = (name: string): boolean =>
  /^utm_/i.test(name) || tracking.has(name.toLowerCase()) || showing.has(name.toLowerCase());

/** A web address without such parameters; one without any stays unchanged. */
export const plainAddress = (address: string): string => {
  const url = new URL(address);
  const parts = url.search.slice(1).split('&');
  const telling = parts.filter((part) => !isBeside(parameter(part).name));
  if (telling.length === parts.length) return address;
  url.search = telling.join('&');
  return url.href;
};
