import { isTopLevel } from './top-level.ts';

/** An address in a text: a web address that a page would make clickable, or the host of an e-mail address (`mail`). */
export type Link = {
  readonly kind: 'web' | 'mail';
  /** As typed, with its scheme if it has one. */
  readonly address: string;
  /** Offset in the text, in UTF-16 units. */
  readonly at: number;
};

/** A scheme and authority, or a run of characters that hosts are made of. */
const HEAD = /(?:https?|ftp):\/\/[\p{L}\p{N}\p{M}\p{So}._~%!$&*+=:@-]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}.-]*/giu;
/** Every link has a scheme or a dot inside a word. Most texts have neither and skip the long expressions. */
const MAY_HAVE = /:\/\/|\.[^\s.]/;
/** Port, path, query and fragment, up to a character with which markup ends an address. */
const TAIL = /(?::\d{1,5})?(?:[/?#][^\s<>"'`{}|\\^[\]«»“”„]*)?/y;
/** Longest host name. RFC 1035, 2.3.4 */
const HOST_MAX = 253;

/**
 * Finds the addresses that linkify-it 6.1 finds, and also every `www.` host and those inside `<a href=>` and `[url=]`.
 * Reads any text once; linkify-it takes over 100 ms for some texts of 10,000 characters.
 */
export const findLinks = (text: string): readonly Link[] => {
  if (!MAY_HAVE.test(text)) return [];
  const links: Link[] = [];
  const head = new RegExp(HEAD);
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const kind = kindOf(text, found.index, found[0]);
    if (kind === undefined) continue;

    const end = kind === 'mail' ? head.lastIndex : tailEnd(text, head.lastIndex);
    links.push({ kind, address: trimmed(text.slice(found.index, end)), at: found.index });
    head.lastIndex = end;
  }
  return links;
};

/** A link's host in ASCII and lower case; undefined when the address has no valid host. */
export const hostOf = ({ address }: Pick<Link, 'address'>): string | undefined => {
  const { hostname } = URL.parse(/^\w+:\/\//.test(address) ? address : `http://${address}`) ?? {};
  const host = hostname?.replace(/\.$/, '');
  return host && host.length <= HOST_MAX ? host : undefined;
};

/** The text with each link replaced by a space. */
export const withoutLinks = (text: string): string => {
  let from = 0;
  let rest = '';
  for (const { at, address } of findLinks(text)) {
    rest += `${text.slice(from, at)} `;
    from = at + address.length;
  }
  return rest + text.slice(from);
};

/** Cuts off punctuation that belongs to the sentence around the address. */
const trimmed = (address: string): string => {
  let end = address.length;
  while (/[.,;:!?)*_~…’-]/.test(address[end - 1] ?? '')) end -= 1;
  return address.slice(0, end);
};

const tailEnd = (text: string, from: number): number => {
  const tail = new RegExp(TAIL);
  tail.lastIndex = from;
  return from + (tail.exec(text)?.[0].length ?? 0);
};

const kindOf = (text: string, at: number, head: string): Link['kind'] | undefined => {
  if (head.includes('://')) return 'web';
  const labels = labelsOf(head);
  if (labels.length < 2 || text[at + head.length] === '@') return undefined;

  const before = text.slice(Math.max(0, at - 3), at);
  if (before.endsWith('@')) return 'mail';
  if (before.endsWith('//')) return /[:/]\/\/$/.test(before) ? undefined : 'web';
  return isStart(before) && isDomain(labels) ? 'web' : undefined;
};

/** The labels of the host that a run spells; none when it cannot be a host. */
const labelsOf = (run: string): readonly string[] => {
  if (run.length > HOST_MAX) return [];
  const labels = run.replace(/[.-]+$/, '').split('.');
  return labels.every((label) => /^[^-]/.test(label) && !label.endsWith('-')) ? labels : [];
};

const isStart = (before: string): boolean => !/[\p{L}\p{N}_./\\-]$/u.test(before);

/** Without a scheme, a host must end in a known top-level domain; "C'est fini.Je pars" only lacks a space. */
const isDomain = (labels: readonly string[]): boolean => {
  const last = labels.at(-1) ?? '';
  return labels[0]?.toLowerCase() === 'www' || (isTopLevel(last) && !/^\p{Lu}\p{Ll}$/u.test(last));
};
