import * as z from 'zod';
import { readOrRefuse } from './read-or-refuse.ts';

/** Bytes of UTF-8 an article's id may have once canonical, and characters it may be sent in. */
const BYTES_MAX = 200;
const SENT_MAX = 2_048;

/** A site's id, as a host's label: 1-63 of a-z, 0-9 and inner hyphens. */
export const siteId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
  error: 'It must be 1 to 63 of a-z, 0-9 and inner hyphens.',
});

/** The publisher's id of an article; read, it is canonical. */
export const articleId = z
  .string()
  .min(1, { error: 'It is required.' })
  .max(SENT_MAX, { error: `It must be at most ${SENT_MAX} characters.`, abort: true })
  .refine((id) => id.isWellFormed() && !/\p{Cc}/u.test(id), {
    error: 'It must be Unicode text without control characters.',
  })
  .refine((id) => id !== '.' && id !== '..', { error: 'It must not be a dot or two: addresses drop those.' })
  .transform((id) => canonical(id.normalize('NFC')))
  .refine((id) => new TextEncoder().encode(id).length <= BYTES_MAX, {
    error: `It must be at most ${BYTES_MAX} bytes of UTF-8.`,
  })
  .meta({
    description: `A slug, a number or the article's address; at most ${BYTES_MAX} bytes once canonical`,
    examples: ['lecture-42', 'https://www.example.fr/2026/03/lecture'],
  });

const named = z.object({ article: articleId });

/**
 * The one name of an article. An id of the publisher's own stays as it is, in Unicode's composed form; a web address
 * loses what does not tell articles apart: http or https, letter case of the host, default port, fragment, tracking
 * parameters and their order, `index.html`, the slash at the end, needless percent-encoding. Idempotent.
 * @throws {Refusal} `invalid-fields` for control characters, lone surrogates, nothing, or over 200 bytes
 */
export const canonicalArticle = (id: string): string => readOrRefuse(named, { article: id }).article;

const canonical = (id: string): string => {
  const url = /^https?:\/\//i.test(id) ? URL.parse(id) : null;
  if (!url) return id;
  const { host } = new URL(`https://${url.host}`);
  return `https://${host}${path(url)}${query(url)}`;
};

const isIndex = (segment: string): boolean => segment === '' || /^index\.(?:html?|php)$/i.test(segment);

const path = ({ pathname }: URL): string => {
  const segments = pathname.slice(1).split('/').map(tidy);
  const end = segments.findLastIndex((segment) => !isIndex(segment));
  return `/${segments.slice(0, end + 1).join('/')}`;
};

const query = ({ search }: URL): string => {
  const parameters = search.slice(1).split('&').map(parameter);
  const telling = parameters.filter(({ name }) => name !== '' && !isTracking(name));
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

/** Percent-encodes what must be, as composed Unicode; what is no UTF-8 only gets capital digits. */
const tidy = (encoded: string): string => {
  try {
    return encodeURIComponent(decodeURIComponent(encoded).normalize('NFC'));
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

const isTracking = (name: string): boolean => /^utm_/i.test(name) || tracking.has(name.toLowerCase());
