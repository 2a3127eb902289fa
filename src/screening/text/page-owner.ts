import { hashText } from './hash.ts';
import { hostOf } from './links.ts';
import { sharedHost } from './shared-hosts.ts';

/** Longest name of a page's owner, all ASCII, so that what is kept of many of them stays small. */
const OWNER_MAX = 40;
/** What is kept of a longer one, before `~` and at most 7 letters of digest. */
const HEAD = 32;
/** The same house with and without them. */
const HOUSE = /^(?:www\d?|m)\.(?=.+\.)/;
/** What stands before a person's name in a path: `/user/jean`, `/in/jean`, `/wiki/User:Jean`. */
const BEFORE_NAME =
  /^(?:@?users?|u|in|c|channel|company|groups?|pages?|people|person|pro|profile|profil|profiles|pub|public|r|shop|view|wiki|authors?|auteurs?|members?|membres?|playlist|artist|d|file|book|store|apps|site|a|s|shorts|embed)$/;
/** Paths whose query names the page, and what names it there: `profile.php?id=1`, `watch?v=x`. */
const NAMED_BY: Readonly<Record<string, string>> = {
  ...{ 'profile.php': 'id', 'story.php': 'id', user: 'id', item: 'id', details: 'id' },
  ...{ watch: 'v', playlist: 'list', search: 'q' },
};
/** The number that tells people of one name apart: `/people/jean/1`. */
const NUMBER = /^\d+$/;
/** A person's name on whatever host: `/~jean`, `/@jean`. */
const PERSONAL = /^[~@]./;

/**
 * Whose page an address is, as one name: its host without `www.`, and where many people share the host, the beginning of
 * the path that tells them apart (`facebook.com/jean`, `univ.example/~jean`). Undefined when that names nobody
 * (`facebook.com`), and for what is no address.
 */
export const pageOwner = (address: string): string | undefined => {
  const url = URL.parse(address);
  const host = hostOf({ address });
  if (!url || host === undefined) return undefined;

  const shared = sharedHost(host);
  const segments = segmentsOf(url);
  const [first = ''] = segments;
  if (PERSONAL.test(first)) return bounded(`${shared ?? houseOf(host)}/${first}`);
  if (shared === undefined) return bounded(houseOf(host));
  return first === '' ? undefined : bounded([shared, ...nameIn(segments, url)].join('/'));
};

/** What tells a person's page on a shared host apart: what the query names, or the beginning of the path. */
const nameIn = (segments: readonly string[], { searchParams }: URL): readonly string[] => {
  const [first = '', second, third = ''] = segments;
  const named = Object.hasOwn(NAMED_BY, first) ? searchParams.get(NAMED_BY[first] ?? '') : null;
  if (named) return [first, encodeURIComponent(named)];
  if (second === undefined || !BEFORE_NAME.test(first)) return [first];
  return NUMBER.test(third) ? [first, second, third] : [first, second];
};

const houseOf = (host: string): string => host.replace(HOUSE, '');

/** In lower case, with percent-encoded ASCII read, so that spellings of one page are one. */
const segmentsOf = ({ pathname }: URL): readonly string[] =>
  pathname
    .replace(/%[2-7][0-9a-f]/gi, (code) => decodeURIComponent(code))
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');

/** A long name is kept by its beginning and a digest. */
const bounded = (owner: string): string =>
  owner.length <= OWNER_MAX ? owner : `${owner.slice(0, HEAD)}~${hashText(owner).toString(36)}`;
