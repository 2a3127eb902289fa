import { isTopLevel } from './top-level.ts';
import { unicode } from './unicode.ts';

/** A link to a host, or a host's name, in a text. */
export type Link = {
  /** `web` is what pages make clickable; `name` is a host written in another way, such as `example.fr` or `ftp://a.fr`. */
  readonly kind: 'web' | 'name' | 'mail';
  /** As typed, with its scheme when it has one. */
  readonly address: string;
  /** Offset in the text, in UTF-16 units. */
  readonly at: number;
};

/** A scheme and the characters of an authority, or a run of a host's characters. */
const HEAD = () =>
  unicode(
    String.raw`(?:https?|ftp)://[\p{L}\p{N}\p{M}\p{So}\u00AD\u200C._~%!$&*+=:@-]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}.-]*`,
    'giu',
  );
/** A port, up to 65535. */
const PORT = String.raw`(?::(?:[1-5]?\d{1,4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])(?!\d))?`;
/** The part of a HEAD that pages link: scheme, host and port. Any other character, such as an emoji, ends the address. */
const LINKED_HEAD = () => unicode(String.raw`^https?://[\p{L}\p{N}\p{M}\u00AD\u200C._-]+${PORT}`, 'iu');
/** Every link has a scheme or a dot within a word. Most texts have neither, and skip the slower expressions. */
const MAY_HAVE = /:\/\/|\.[^\s.]/;
/** Port, path, query and fragment. Quotes and markup end an address, except the apostrophe of `/L'Equipe`. */
const TAIL = () =>
  unicode(
    String.raw`(?::\d{1,5})?(?:[/?#](?:[^\s<>"'\x60{}|\\^[\]\xAB\xBB\u201C-\u201E]|'(?=\p{L}))*)?`,
    'uy',
  );
/** What a TAIL begins with. Most hosts end without one. */
const TAIL_START = /[:/?#]/;
/** Longest host name. RFC 1035, 2.3.4 */
const HOST_MAX = 253;
/** Longest scheme and host that are parsed, in UTF-16 units as typed: accents and soft hyphens make a host longer. */
const HEAD_MAX = 4 * HOST_MAX;

/**
 * Finds all links in a text, in order and without overlap. Checks, the learned filter and pages all use this function, so the
 * hosts that are judged are the hosts that are published. Takes time linear in the text.
 */
export const findLinks = (text: string): readonly Link[] => linksIn(text, isDomain);

/**
 * The same, with every run of dotted words as the name of a host, whatever it ends in: to be held against names that are known, since
 * "C'est fini.Je pars" is among them.
 */
export const findNames = (text: string): readonly Link[] => linksIn(text, () => true);

/** Whether a name without a scheme is one of a host. */
type IsDomain = (labels: readonly string[]) => boolean;

const linksIn = (text: string, isName: IsDomain): readonly Link[] => {
  if (!MAY_HAVE.test(text)) return [];
  const links: Link[] = [];
  const head = HEAD();
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const link = linkAt({ text, isName }, found.index, found[0]);
    if (link) {
      links.push(link);
      head.lastIndex = link.at + link.address.length;
    } else if (isTwice(found[0])) head.lastIndex = found.index + found[0].indexOf('//') + 2;
  }
  return links;
};

/** A host has no empty label: `http://..` is not a link. */
const LABELS = /^[^.]+(?:\.[^.]+)*$/;

/** A link's host in ASCII and lower case; undefined when the address has no valid host. */
export const hostOf = ({ address }: Pick<Link, 'address'>): string | undefined => {
  const { hostname } = URL.parse(/^\w+:\/\//.test(address) ? address : `http://${address}`) ?? {};
  const host = hostname?.replace(/\.$/, '');
  return host && host.length <= HOST_MAX && LABELS.test(host) ? host : undefined;
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

type Sought = { readonly text: string; readonly isName: IsDomain };

const linkAt = (sought: Sought, at: number, head: string): Link | undefined => {
  const { text } = sought;
  if (!head.includes('://')) return named(sought, at, head);
  if (isTwice(head)) return undefined;
  return clickable(text, at, head) ?? { kind: 'name', at, address: withTail(text, at, head) };
};

/** Whether the scheme is doubled: `http://http://a.fr` links to the second address. */
const isTwice = (head: string): boolean => /^https?:\/\/https?:?$/i.test(head);

/** A link to a host with a dot. `http://bank.fr@a.fr` is not clickable: the user name before its host is there to deceive. */
const clickable = (text: string, at: number, head: string): Link | undefined => {
  const linked = head.includes('@') ? undefined : LINKED_HEAD().exec(head)?.[0];
  if (linked === undefined || linked.length > HEAD_MAX) return undefined;
  // A character that ends the host within an authority, as in `http://a.fr!x/y`, ends the address too.
  const address = linked === head ? withTail(text, at, head) : trimmed(linked);
  return hostOf({ address })?.includes('.') ? { kind: 'web', at, address } : undefined;
};

const named = (sought: Sought, at: number, head: string): Link | undefined => {
  const { text } = sought;
  const kind = kindOf(sought, at, head);
  return kind && { kind, at, address: kind === 'mail' ? trimmed(head) : withTail(text, at, head) };
};

/** Removes the punctuation of the sentence around an address; a closing bracket that matches one in the address stays. */
const trimmed = (address: string): string => {
  let end = address.length;
  let open = address.includes(')') ? countOf('(', address) - countOf(')', address) : 0;
  while (/[.,;:!?)*_~…’-]/.test(address[end - 1] ?? '')) {
    if (address[end - 1] === ')' && open >= 0) break;
    if (address[end - 1] === ')') open += 1;
    end -= 1;
  }
  return address.slice(0, end);
};

const countOf = (sign: string, text: string): number => text.split(sign).length - 1;

const withTail = (text: string, at: number, head: string): string => {
  const end = at + head.length;
  if (!TAIL_START.test(text[end] ?? '')) return trimmed(head);
  const tail = TAIL();
  tail.lastIndex = end;
  return trimmed(head + (tail.exec(text)?.[0] ?? ''));
};

const kindOf = (
  { text, isName }: Sought,
  at: number,
  head: string,
): Exclude<Link['kind'], 'web'> | undefined => {
  const labels = labelsOf(head);
  if (labels.length < 2 || text[at + head.length] === '@') return undefined;

  const before = text.slice(Math.max(0, at - 3), at);
  if (before.endsWith('@')) return 'mail';
  if (before.endsWith('//') && !/[:/]\/\/$/.test(before)) return 'name';
  return (isStart(before) || OTHER_SCHEME.test(before)) && isName(labels) ? 'name' : undefined;
};

/** The labels of a run as a host; empty when it cannot be one. */
const labelsOf = (run: string): readonly string[] => {
  if (run.length > HOST_MAX || !run.includes('.')) return [];
  const labels = run.replace(/[.-]+$/, '').split('.');
  return labels.every((label) => /^[^-]/.test(label) && !label.endsWith('-')) ? labels : [];
};

/** The end of a scheme that no page links: `hxxp://a.fr`, `http:/a.fr`, `http:\\a.fr`. */
const OTHER_SCHEME = /:[/\\]{1,2}$/;

/** Underscores and dots before a name that follow nothing are marks around it. */
const INSIDE = () => unicode(String.raw`[\p{L}\p{N}/\\-][_.]{0,2}$`, 'u');
const isStart = (before: string): boolean => before === '' || before.endsWith(' ') || !INSIDE().test(before);

const TITLE_CASE = () => unicode(String.raw`^\p{Lu}\p{Ll}$`, 'u');

/** Without a scheme, a host must end in a known top-level domain; "C'est fini.Je pars" only lacks a space. */
const isDomain = (labels: readonly string[]): boolean => {
  const last = labels.at(-1) ?? '';
  return labels[0]?.toLowerCase() === 'www' || (isTopLevel(last) && !TITLE_CASE().test(last));
};
