import type { Reading } from '../../reading/reading.ts';
import { isLetter, scriptOf, usualScript } from '../../reading/shape.ts';
import { isCheap, type UrlParts } from '../../reading/url-parts.ts';
import { gibberishIn } from '../gibberish.ts';
import { type Flag, step, stepIfAny } from './flag.ts';

/** Shorter words may be shared with the host or the text by accident. */
const SHARED_MIN = 4;
/** Texts of more words are no random letters as a whole. */
const ODD_WORDS_MAX = 3;

const lettersOf = (text: string): string => text.replace(/[^a-z]/g, '');

const named = (reading: Reading): boolean => reading.author.words.length > 0;

/** Number of words of the name that the host of the author's page contains. */
const inHost = ({ author, site }: Reading): number => {
  const host = lettersOf(site?.host ?? '');
  return author.words.filter((word) => word.length >= SHARED_MIN && host.includes(word)).length;
};

const inText = ({ author, words }: Reading): number =>
  author.words.filter((word) => word.length >= SHARED_MIN && words.includes(word)).length;

const isHost = ({ author, site }: Reading): boolean => {
  const name = lettersOf(author.words.join(''));
  return name.length > 5 && lettersOf(site?.host ?? '').includes(name);
};

/** The longest label of a host but its top-level domain: `mon-plombier` of `www.mon-plombier.fr` and of `mon-plombier.blogspot.com`. */
const ownLabel = ({ host }: UrlParts): string =>
  host
    .split('.')
    .slice(0, -1)
    .reduce((longest, label) => (label.length > longest.length ? label : longest), '');

const onSite =
  (detect: (site: UrlParts) => boolean) =>
  ({ site }: Reading) =>
    site !== undefined && detect(site);

const isOdd = (text: string): boolean => gibberishIn(text).odd > 0;

/** Letters of both cases with digits among them: `gQeX3O9O`, `39R8LwbacDP`. */
const CODE = /\b(?=\w*[a-z])(?=\w*[A-Z])\w*[A-Za-z]\d+[A-Za-z]\w*\b/;

const hasOddName = ({ author }: Reading): boolean => isOdd(author.name) || CODE.test(author.name);

const hasOddSite = ({ site }: Reading): boolean =>
  site !== undefined && isOdd(ownLabel(site).replace(/[^a-zA-Z]/g, ''));

/** How many of text, name and page are a few random letters. */
const oddParts = (reading: Reading): number =>
  [
    reading.words.length <= ODD_WORDS_MAX && isOdd(reading.plain),
    hasOddName(reading),
    hasOddSite(reading),
  ].filter(Boolean).length;

/** How the author signs, and which page they state. */
export const authorFlags = [
  { name: 'no-author', detect: (reading) => !named(reading) },
  {
    name: 'author-words',
    detect: (reading) => (named(reading) ? step(reading.author.words.length, [2, 3, 4, 6]) : undefined),
  },
  {
    name: 'author-is-address',
    detect: ({ author: { name } }) =>
      /^https?:|\/./i.test(name)
        ? 'whole'
        : /www\.|\.(?:com|net|org|ru|info|fr|co|io|biz)\b/i.test(name) && 'host',
  },
  { name: 'author-long', detect: ({ author }) => author.name.length > 28 },
  {
    name: 'author-lower-case',
    detect: ({ author }) => author.words.length > 1 && /^[a-z0-9 .'-]+$/.test(author.name),
  },
  { name: 'author-gibberish', detect: hasOddName },
  { name: 'author-digits', detect: ({ author }) => /\d/.test(author.name) },
  {
    name: 'author-disguised',
    detect: ({ author: { tricks } }) => tricks.invisible + tricks.fancy + tricks.masked + tricks.marks > 0,
  },
  {
    name: 'author-script',
    detect: ({ author, input }) =>
      [...author.name].filter(
        (sign) => isLetter(sign) && scriptOf(sign.codePointAt(0) ?? 0) !== (usualScript(input.language) ?? 0),
      ).length > 2,
  },
  { name: 'author-in-host', detect: (reading) => stepIfAny(inHost(reading), [1, 2]) },
  { name: 'author-is-host', detect: isHost },
  { name: 'author-in-text', detect: (reading) => stepIfAny(inText(reading), [1, 2]) },
  { name: 'site', detect: ({ site }) => site !== undefined },
  { name: 'site-path', detect: onSite(({ path }) => path.length > 1) },
  { name: 'site-cheap', detect: onSite(isCheap) },
  {
    name: 'site-hyphens',
    detect: ({ site }) => stepIfAny((site?.host ?? '').split('-').length - 1, [1, 2, 3]),
  },
  { name: 'site-length', detect: ({ site }) => site && step(ownLabel(site).length, [9, 13, 18, 25]) },
  { name: 'site-slug', detect: onSite(({ path }) => path.split('-').length > 2) },
  { name: 'site-digits', detect: onSite(({ host }) => /\d/.test(host)) },
  { name: 'site-gibberish', detect: hasOddSite },
  { name: 'odd-letters', detect: (reading) => stepIfAny(oddParts(reading), [2, 3]) },
  { name: 'mail-digits', detect: ({ input }) => /\d{3}/.test(input.email?.match(/^[^@]*(?=@)/)?.[0] ?? '') },
] as const satisfies readonly Flag[];
