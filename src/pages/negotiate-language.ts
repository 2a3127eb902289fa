import { type Language, languages } from '../comment/site.ts';

/** Characters and ranges of the header that are read; browsers send a handful. */
const HEADER_MAX = 1_000;
const RANGES_MAX = 20;

/** The language of a tag, `fr-CA` for instance; undefined for one that is not ours. */
export const languageOfTag = (tag: string): Language | undefined => {
  const [primary] = tag.trim().toLowerCase().split(/[-_]/);
  return languages.find((known) => known === primary);
};

/**
 * The language that a request is answered in: that of its parameter `lang`, else the first of ours that `Accept-Language` asks for.
 * @param query the raw query string
 * @param fallback for a reader who asks for none of ours, such as the site's language
 */
export const requestedLanguage = <Fallback extends Language | null>(
  query: string | undefined,
  header: string | undefined,
  fallback: Fallback,
): Language | Fallback =>
  languageOfTag(new URLSearchParams(query).get('lang') ?? '') ?? negotiateLanguage(header, fallback);

/**
 * The reader's first choice among ours, by `Accept-Language` (RFC 9110, 12.5.4).
 * @param fallback for a reader who asks for none of ours, such as the site's language
 */
export const negotiateLanguage = <Fallback extends Language | null>(
  header: string | undefined,
  fallback: Fallback,
): Language | Fallback => {
  const wanted = weighted(header)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === '*') return fallback;
    const language = languageOfTag(tag);
    if (language) return language;
  }
  return fallback;
};

/** The ranges of an `Accept` header or one like it, lower-case, without their parameters but their weight from 0 to 1 (RFC 9110, 12.4.2). At most 20. */
export const weighted = (header: string | undefined) =>
  ((header ?? '').slice(0, HEADER_MAX).match(/(?:[^,"]|"[^"]*")+/g) ?? [])
    .slice(0, RANGES_MAX)
    .map(readRange);

const readRange = (range: string) => {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
  return { tag, quality };
};
