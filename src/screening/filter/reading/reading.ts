import { findLinks, type Link } from '../../text/links.ts';
import { bounded, type FilterInput } from './filter-input.ts';
import { type Clear, clarify, normalise, type Tricks } from './normalise.ts';
import { type Shape, shapeOf } from './shape.ts';
import { wordsOf } from './split-words.ts';
import { withoutCode } from './strip-code.ts';
import { type Address, addressOf } from './url-parts.ts';

/** Stands where a link was; a character of no script, so that no text holds it by chance. */
export const LINK = '\uE000';
/** Links looked at. */
const LINKS_MAX = 20;

/** Everything that features are made of, read once from a bounded input. */
export type Reading = {
  readonly input: FilterInput;
  /** As typed, but readable; markup and links still in it. */
  readonly clear: string;
  /** Without markup and links, case kept. */
  readonly plain: string;
  readonly words: readonly string[];
  /** Lines of code and logs, which are not read. */
  readonly codeLines: number;
  readonly tricks: Tricks;
  readonly shape: Shape;
  readonly links: readonly Address[];
  /** UTF-16 units of all links. */
  readonly linked: number;
  readonly mails: readonly string[];
  readonly author: { readonly name: string; readonly words: readonly string[]; readonly tricks: Tricks };
  /** The author's own page. */
  readonly site: Address | undefined;
  readonly titleWords: readonly string[];
};

/** Reads a comment in one pass over each of its texts; the same for training, judging and explaining. */
export const read = (stated: FilterInput): Reading => {
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
    input,
    clear: clear.text,
    plain,
    words: wordsOf(text),
    codeLines,
    tricks,
    shape: shapeOf(plain),
    links: links.slice(0, LINKS_MAX).map(({ address }) => addressOf(address)),
    linked: links.reduce((sum, { address }) => sum + address.length, 0),
    mails: found.filter(({ kind }) => kind === 'mail').map(({ address }) => address),
    author: readName(input.author ?? ''),
    site: siteOf(input.url ?? ''),
    titleWords: input.title ? wordsOf(normalise(clarify(input.title)).text) : [],
  };
};

/** An address that leads to no host is none. */
const siteOf = (typed: string): Address | undefined => {
  const site = addressOf(typed);
  return site.host.includes('.') ? site : undefined;
};

const readName = (typed: string): Reading['author'] => {
  const clear: Clear = clarify(typed);
  const { text, tricks } = normalise(clear);
  return { name: clear.text.trim(), words: wordsOf(text.replace(/https?:\/\/|www\./g, ' ')), tricks };
};

/** Longest name before a host. RFC 5321, 4.5.3.1.1 */
const MAIL_NAME_MAX = 64;

/** Web addresses give way to a stand-in, so that words next to one another meet it; mail addresses go whole. */
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

/** Where the name before a mail host's `@` begins, not before `least`. */
const nameStart = (text: string, host: number, least: number): number => {
  let start = host - 1;
  while (start > least && host - start <= MAIL_NAME_MAX && /[\w.+%'-]/.test(text[start - 1] ?? ''))
    start -= 1;
  return Math.max(start, least);
};

const withoutMarkup = (text: string): string =>
  text.includes('<') || text.includes('[')
    ? text
        .replace(/(?<=\p{L})<\/?(?:b|i|u|em|strong|span|font)>(?=\p{L})/gu, '')
        .replace(/<[^<>]{1,300}>/g, (tag) => (tag.includes(LINK) ? ` ${LINK} ` : ' '))
        .replace(/\[\/?(?:url|b|i|img|link)\b[^[\]]{0,300}\]/gi, (tag) =>
          tag.includes(LINK) ? ` ${LINK} ` : ' ',
        )
    : text;
