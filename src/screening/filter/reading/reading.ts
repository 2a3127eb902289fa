import { findLinks, type Link } from '../../text/links.ts';
import { unicode } from '../../text/unicode.ts';
import { bounded, type FilterInput } from './filter-input.ts';
import { type Clear, clarify, normalise, type Tricks } from './normalise.ts';
import { type Shape, shapeOf } from './shape.ts';
import { wordsOf } from './split-words.ts';
import { withoutCode } from './strip-code.ts';
import { type UrlParts, urlPartsOf } from './url-parts.ts';
import { LINK } from './usual-characters.ts';

/** Most links read. */
const LINKS_MAX = 20;

/** Everything that features are computed from, read once from a bounded input. */
export type Reading = {
  readonly input: FilterInput;
  /** The text made readable, with markup and links. */
  readonly clear: string;
  /** The same without markup and links; case is kept. */
  readonly plain: string;
  readonly words: readonly string[];
  /** Number of lines of code and logs, which are left out. */
  readonly codeLines: number;
  readonly tricks: Tricks;
  readonly shape: Shape;
  readonly links: readonly UrlParts[];
  /** Total length of all links, in UTF-16 units. */
  readonly linked: number;
  readonly mails: readonly string[];
  readonly author: { readonly name: string; readonly words: readonly string[]; readonly tricks: Tricks };
  /** The author's own page. */
  readonly site: UrlParts | undefined;
  readonly titleWords: readonly string[];
};

/** What every passage of a comment shares with the whole. */
type Surroundings = Pick<Reading, 'author' | 'site' | 'titleWords'>;

/**
 * Reads a comment in one pass over each of its texts. Training, judging and explaining use the same reading.
 * A passage is given the reading of its comment, so that name, page and title are read once.
 */
export const read = (stated: FilterInput, comment?: Surroundings): Reading => {
  const input = bounded(stated);
  const clarified = clarify(input.text);
  const { text: prose, lines: codeLines } = withoutCode(clarified.text);
  const clear = { ...clarified, text: prose };
  const found = findLinks(clear.text);
  // A bare name tells advertising as well as a link does.
  const links = found.filter(({ kind }) => kind !== 'mail');
  const body = withoutMarkup(masked(clear.text, found));
  const { text, tricks } = normalise({ ...clear, text: body });
  const plain = body.replaceAll(LINK, ' ').trim();

  return {
    // First, so that of a comment's whole reading only these are taken.
    ...(comment ?? surroundingsOf(input)),
    input,
    clear: clear.text,
    plain,
    words: wordsOf(text),
    codeLines,
    tricks,
    shape: shapeOf(plain),
    links: links.slice(0, LINKS_MAX).map(({ address }) => urlPartsOf(address)),
    linked: links.reduce((sum, { address }) => sum + address.length, 0),
    mails: found.filter(({ kind }) => kind === 'mail').map(({ address }) => address),
  };
};

const surroundingsOf = ({ author = '', url = '', title }: FilterInput): Surroundings => ({
  author: readName(author),
  site: siteOf(url),
  titleWords: title ? wordsOf(normalise(clarify(title)).text) : [],
});

/** Undefined for an address without a host. */
const siteOf = (typed: string): UrlParts | undefined => {
  const site = urlPartsOf(typed);
  return site.host.includes('.') ? site : undefined;
};

const readName = (typed: string): Reading['author'] => {
  const clear: Clear = clarify(typed);
  const { text, tricks } = normalise(clear);
  return { name: clear.text.trim(), words: wordsOf(text.replace(/https?:\/\/|www\./g, ' ')), tricks };
};

/** Longest local part of an e-mail address. RFC 5321, 4.5.3.1.1 */
const MAIL_NAME_MAX = 64;

/** Replaces web addresses by LINK, so that bigrams with them exist, and removes e-mail addresses. */
const masked = (text: string, found: readonly Link[]): string => {
  let from = 0;
  let rest = '';
  for (const { at, address, kind } of found) {
    rest +=
      kind !== 'mail'
        ? `${text.slice(from, at)} ${LINK} `
        : `${text.slice(from, nameStart(text, at, from))} `;
    from = at + address.length;
  }
  return rest + text.slice(from);
};

/** Start of the local part before an e-mail host, but not before `least`. */
const nameStart = (text: string, host: number, least: number): number => {
  let start = host - 1;
  while (start > least && host - start <= MAIL_NAME_MAX && /[\w.+%'-]/.test(text[start - 1] ?? ''))
    start -= 1;
  return Math.max(start, least);
};

/** What stands between the signs of a tag, or of a forum's code, without a link. */
const IN_TAG = `[^<>${LINK}]{0,300}`;
const IN_CODE = `[^[\\]${LINK}]{0,300}`;
/** Elements of comments that part words: what follows begins a line or a cell, or ends a link. */
const PARTING = 'a|blockquote|br|center|d[dlt]|div|h[1-6r]|li|ol|p|pre|table|t[dhr]|ul';
/** Codes of forums that change nothing but letters' looks. */
const LOOKS = 'b|i|u|s|color|size|font';
/**
 * Markup that a word goes on behind: any other tag, a comment, a code that changes looks, and every other element or code with nothing
 * in it. No two of them match the same, or many in a row would be tried in all combinations.
 */
const JOINING = [
  `</?(?!(?:${PARTING})\\b)[a-z]${IN_TAG}>`,
  `<!--${IN_TAG}-->`,
  `<(?<tag>${PARTING})\\b${IN_TAG}></\\k<tag>\\s*>`,
  `\\[/?(?:${LOOKS})\\b${IN_CODE}\\]`,
  `\\[(?<code>(?!(?:${LOOKS})\\b)[a-z]\\w*)\\b${IN_CODE}\\]\\[/\\k<code>\\]`,
].join('|');
const INSIDE_WORDS = () => unicode(`(?<=\\p{L})(?:${JOINING})+(?=\\p{L})`, 'giu');

const withoutMarkup = (text: string): string =>
  text.includes('<') || text.includes('[')
    ? text
        .replace(INSIDE_WORDS(), '')
        .replace(/<[^<>]{1,300}>/g, (tag) => (tag.includes(LINK) ? ` ${LINK} ` : ' '))
        .replace(/\[\/?(?:url|img|link|quote|b|i|u|s|color|size|font)\b[^[\]]{0,300}\]/gi, (tag) =>
          tag.includes(LINK) ? ` ${LINK} ` : ' ',
        )
    : text;
