import type { Draft } from '../../comment/comment.ts';
import { type Lookup, onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { clarify } from '../filter/reading/normalise.ts';
import { compileGlobs, type Globs, globsIn } from '../text/globs.ts';
import { findLinks, hostOf, type Link } from '../text/links.ts';
import { unicode } from '../text/unicode.ts';

/** Stands where a part of a host begins, and where the host ends. */
const PART = '\u0001';
const END = '\n';

/** How hosts are looked for in a comment. */
export const domainLookup: Lookup<Globs> = {
  compile: (entries) => compileGlobs(entries.map(patternOf)),
  prepare: ({ draft, bans }) => {
    const fields = hostsOf(draft).map(({ field, hosts }) => ({
      field,
      marked: hosts
        .filter((host) => !bans?.hostsAllowed.includes(host))
        .map(marked)
        .join(''),
    }));
    return (list) => {
      const found = fields.map(({ field, marked: hosts }) => ({
        field,
        entries: globsIn(list, hosts, END),
      }));
      return (entry, nth) => {
        const field = found.find(({ entries }) => entries.has(nth))?.field;
        return field === undefined ? undefined : { field, term: entry };
      };
    };
  },
};

/** A host the comment leads to or names, or its author's e-mail comes from, is on the policy's lists or under one that is. */
export const blockedDomains: Check<'blocked-domains'> = {
  name: 'blocked-domains',
  version: 4,
  run: onList('domains', domainLookup),
};

type Hosts = { readonly field: 'text' | 'url' | 'email'; readonly hosts: readonly string[] };

/** The hosts a comment leads to or names, and that of its author's e-mail, in ASCII. */
export const hostsOf = ({ text, url, email }: Draft): readonly Hosts[] => [
  { field: 'text', hosts: hostsNamed(text) },
  { field: 'url', hosts: hostsOfLink({ kind: 'web', address: url ?? '' }) },
  { field: 'email', hosts: hostsOfLink({ kind: 'mail', address: email?.split('@').at(-1) ?? '' }) },
];

/** The longest text that is not refused, in UTF-16 units. */
const UNITS_MAX = 20_000;

/**
 * Those a text has as it stands, those it has once it is read as an address bar reads what is copied into it, and those that
 * readers see of it.
 */
const hostsNamed = (sent: string): readonly string[] => {
  const text = sent.slice(0, UNITS_MAX);
  const clear = pasted(text);
  const readings = new Set([text, clear, shown(clear)]);
  return [...new Set([...readings].flatMap(findLinks).flatMap(hostsOfLink))];
};

/** Marks of emphasis and code, and what makes a sign mean nothing. */
const MARKS = /\\(?=[*_`[>-])|[*_`]+/g;
/** A labelled link. */
const LABELLED = /\[([^[\]]{1,200})\]\([^()\s]*\)/g;
/** Signs before a word that do not join it to another. */
const LEADING = () => unicode(String.raw`(?<![\p{L}\p{N}\p{M}:._/\\-])[._/\\-]+(?=[\p{L}\p{N}])`, 'gu');

/** Without Markdown's marks, which may part a host, and with a space for signs that hide where one begins. */
const shown = (clear: string): string =>
  clear
    .replace(LABELLED, '$1')
    .replace(MARKS, '')
    .replace(/\.{2,}/g, ' ')
    .replace(LEADING(), ' ');

const IDEOGRAPHIC_STOP = () => unicode(String.raw`\u3002(?=[\p{L}\p{N}])`, 'gu');

/** Without entities and invisible characters, with ideographic full stops as dots (UTS #46, 2.3) and two slashes for many. */
const pasted = (text: string): string => {
  const clear = clarify(text).text.replace(IDEOGRAPHIC_STOP(), '.');
  return clear.replace(/(?<=:)[/\\]{3,}/g, '//');
};

/** `http://a.fr@b.fr` leads to one host and shows another: either may be the one that is blocked. */
const hostsOfLink = ({ kind, address }: Pick<Link, 'kind' | 'address'>): readonly string[] => {
  const shown = kind === 'name' ? /^\w+:\/\/([^@:]+)(?::[^@]*)?@/.exec(address)?.[1] : undefined;
  return [address, ...(shown === undefined ? [] : [shown])].flatMap((one) => hostOf({ address: one }) ?? []);
};

const marked = (host: string): string => `${PART}${host.replaceAll('.', `.${PART}`)}${END}`;

const patternOf = (entry: string): string => {
  const domain = asciiOf(entry);
  return /[^*.]/.test(domain) ? marked(domain).replace(/^\u0001\*+|\*+\n$/g, '*') : '';
};

/** An entry as hosts are spelled in ASCII. `*.example` means the same as `example`. */
const asciiOf = (entry: string): string => {
  const domain = entry
    .trim()
    .toLowerCase()
    .replace(/^\*?\./, '');
  return /^[\x21-\x7e]*$/.test(domain) ? domain : (URL.parse(`http://${domain}`)?.hostname ?? '');
};
