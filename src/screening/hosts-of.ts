import type { Draft } from '../comment/comment.ts';
import { clarify } from './filter/reading/normalise.ts';
import { withoutPercents } from './percent.ts';
import { findLinks, findNames, hostOf, type Link } from './text/links.ts';
import { unicode } from './text/unicode.ts';

type Hosts = {
  readonly field: 'text' | 'url' | 'email';
  readonly hosts: readonly string[];
  /** Names whose last part has a capital: a host's, or two sentences that lack a space. */
  readonly perhaps: readonly string[];
};

/** The hosts a comment leads to or names, and that of its author's e-mail, in ASCII. */
export const hostsOf = ({ text, url, email }: Draft): readonly Hosts[] => [
  { field: 'text', ...hostsNamed(readingsOf(text)) },
  { field: 'url', ...hostsNamed([], [{ kind: 'web', address: url ?? '' }]) },
  {
    field: 'email',
    hosts: hostsOfLink({ kind: 'mail', address: email?.split('@').at(-1) ?? '' }),
    perhaps: [],
  },
];

/** The longest text that is not refused, in UTF-16 units. */
const UNITS_MAX = 20_000;

type Address = Pick<Link, 'kind' | 'address'>;

/** Hosts in texts, behind links, and in the addresses that these carry in their path or query. */
const hostsNamed = (texts: readonly string[], links: readonly Address[] = []): Omit<Hosts, 'field'> => {
  const found = [...links, ...texts.flatMap(findLinks)];
  const carried = [...new Set(carriedBy(found))];
  const names = Map.groupBy([...texts, ...carried].flatMap(findNames), mayBeSentences);
  const all = [...found, ...carried.flatMap(findLinks), ...(names.get(false) ?? [])];
  const hosts = new Set(all.flatMap(hostsOfLink));
  const perhaps = new Set((names.get(true) ?? []).flatMap(hostsOfLink));
  return { hosts: [...hosts], perhaps: [...perhaps].filter((host) => !hosts.has(host)) };
};

/** Whether a name's last part begins with a capital, as the next sentence does. */
const mayBeSentences = ({ address }: Address): boolean =>
  unicode(String.raw`^[^:/?#]*\.\p{Lu}[^.:/?#]*(?:[:/?#]|$)`, 'u').test(address);

/** How deep addresses that carry others are looked into, as redirectors, archives and sharing buttons do. */
const CARRIED_DEPTH = 3;

/**
 * What comes after the hosts of addresses, as it stands and percent-decoded once and twice, and the same of the addresses in there.
 * What is shortened, encoded in another way or told by the redirector alone is not seen.
 */
const carriedBy = (links: readonly Address[]): readonly string[] => {
  const tails = joined(links);
  const once = withoutPercents(tails);
  const texts = [...new Set([tails, once, withoutPercents(once)])];
  return texts.flatMap((text) => {
    const levels = [text];
    while (levels.length < CARRIED_DEPTH) levels.push(joined(findLinks(levels.at(-1) ?? '')));
    return levels;
  });
};

const joined = (links: readonly Address[]): string =>
  links.map(({ address }) => /^(?:\w+:\/\/)?[^/?#]*(.*)$/su.exec(address)?.[1] ?? '').join('\n');

/**
 * A text as it stands, as an address bar reads what is copied into it, and as readers see it.
 */
const readingsOf = (sent: string): readonly string[] => {
  const text = sent.slice(0, UNITS_MAX);
  const clear = pasted(text);
  return [...new Set([text, clear, shown(clear)])];
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

/** `http://a.fr@b.fr` leads to one host and shows another, as a translated page does: either may be the one that is blocked. */
const hostsOfLink = ({ kind, address }: Address): readonly string[] => {
  const shown = kind === 'name' ? /^\w+:\/\/([^@:]+)(?::[^@]*)?@/.exec(address)?.[1] : undefined;
  const hosts = [address, ...(shown === undefined ? [] : [shown])].flatMap(
    (one) => hostOf({ address: one }) ?? [],
  );
  return hosts.flatMap((host) => [host, ...translatedBy(host)]);
};

/** `evil-com.translate.goog` shows evil.com; a hyphen of the host is written twice. */
const translatedBy = (host: string): readonly string[] => {
  const name = /^([^.]+)\.translate\.goog$/.exec(host)?.[1];
  return name === undefined ? [] : [name.replace(/--?/g, (sign) => (sign === '--' ? '-' : '.'))];
};
