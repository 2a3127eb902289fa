import { type Language, languages } from '../comment/site.ts';

/** Characters and ranges of the header that are read; browsers send a handful. */
const HEADER_MAX = 1_000;
const RANGES_MAX = 20;

/**
 * The reader's first choice among ours, by `Accept-Language` (RFC 9110, 12.5.4).
 * @param fallback for a reader who asks for none of ours, such as the site's language
 */
export const negotiateLanguage = <Fallback extends Language | null>(
  header: string | undefined,
  fallback: Fallback,
): Language | Fallback => {
  const ranges = (header ?? '').slice(0, HEADER_MAX).split(',').slice(0, RANGES_MAX).map(readRange);
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === '*') return fallback;
    const language = languages.find((known) => known === tag);
    if (language) return language;
  }
  return fallback;
};

const readRange = (range: string) => {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  const quality = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
  return { tag: tag.split('-')[0] ?? '', quality };
};
