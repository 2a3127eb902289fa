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
 * The reader's first choice among ours, by `Accept-Language` (RFC 9110, 12.5.4): each has the weight of the ranges that name it, or else
 * that of `*`; of the same weight, what is named first stands first. A weight of 0 means no.
 * @param fallback for a reader who prefers none of ours, such as the site's language
 */
export const negotiateLanguage = <Fallback extends Language | null>(
  header: string | undefined,
  fallback: Fallback,
): Language | Fallback => {
  const ranges = weighted(header);
  const wishes = languages.map((language) => wishFor(language, ranges));
  const most = Math.max(...wishes.map(({ quality }) => quality));
  const best = wishes.filter(({ quality }) => quality === most && quality > 0);
  const [named] = best.filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at);
  if (named) return named.language;
  const isOpen = best.length === languages.length || best.some(({ language }) => language === fallback);
  return isOpen ? fallback : (best[0]?.language ?? fallback);
};

/** Of a language that no range speaks of: less than the least that one can, but not no. */
const UNSAID = 0.0001;

/** How much a language is wanted, and where it is named first with that weight; -1 where it is not. */
const wishFor = (language: Language, ranges: ReturnType<typeof weighted>) => {
  const named = ranges.map(({ tag, quality }, at) => ({ language, tag, quality, at }));
  const [best] = named
    .filter(({ tag }) => languageOfTag(tag) === language)
    .toSorted((one, other) => other.quality - one.quality);
  const rest = ranges.find(({ tag }) => tag === '*')?.quality ?? UNSAID;
  return best ?? { language, quality: rest, at: -1 };
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
