import { hashText } from './hash.ts';
import { hostOf } from './links.ts';
import { sharedHost } from './shared-hosts.ts';

/** Longest name of a page's owner, all ASCII, so that lists of them stay small. */
const OWNER_MAX = 40;
/** Characters kept of a longer one, before `~` and at most 7 characters of hash. */
const HEAD = 32;
/** Subdomains that do not change the owner. */
const HOUSE = /^(?:www\d?|m)\.(?=.+\.)/;
/**
 * Subdomains that name a part of a house and no person. Below a short name, which may be a suffix as `co.uk` is, and on hosts that let
 * people have subdomains, any name may be a person's. Which hosts do that no list tells, so any other subdomain is an owner of its own.
 */
const PART =
  /^(?:(?:blog|web|shop|store|news|actu|forum|promo|app|home|info|go|en|fr)\.)+(?=[^.]{5,}\.[^.]+$)/;
const LETS_SUBDOMAINS =
  /^(?:blogspot|weebly|github|gitlab|netlify|vercel|pages|webnode|jimdo|jimdofree|e-monsite|unblog|herokuapp|firebaseapp|onrender|surge|neocities|squarespace|myshopify|strikingly|altervista|livejournal|webflow|framer|carrd|ghost|duckdns)\./;
/** Path segments before a person's name: `/user/jean`, `/in/jean`, `/wiki/User:Jean`. */
const BEFORE_NAME =
  /^(?:@?users?|u|in|c|channel|company|groups?|pages?|people|person|pro|profile|profil|profiles|pub|public|r|shop|view|wiki|authors?|auteurs?|members?|membres?|playlist|artist|d|file|book|store|apps|site|a|s|shorts|embed)$/;
/** Paths whose query names the page, and the parameter that does: `profile.php?id=1`, `watch?v=x`. */
const NAMED_BY: Readonly<Record<string, string>> = {
  ...{ 'profile.php': 'id', 'story.php': 'id', user: 'id', item: 'id', details: 'id' },
  ...{ watch: 'v', playlist: 'list', search: 'q' },
};
/** A number that distinguishes people of one name: `/people/jean/1`. */
const NUMBER = /^\d+$/;
/** Percent-encoded ASCII that can be seen: all but the space and the delete character. */
const ENCODED_ASCII = /%(?!20|7f)[2-7][0-9a-f]/gi;
/** A person's name on any host: `/~jean`, `/@jean`. */
const PERSONAL = /^[~@]./;

/**
 * Names a page's owner from its URL: the host without `www.`, `blog.` and the like, and on a host that many people share, also the start of the path
 * (`facebook.com/jean`, `univ.example/~jean`). Undefined when that names nobody (`facebook.com`), and for an invalid URL.
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

/** What identifies a person's page on a shared host: a query parameter, or the start of the path. */
const nameIn = (segments: readonly string[], { searchParams }: URL): readonly string[] => {
  const [first = '', second, third = ''] = segments;
  const named = Object.hasOwn(NAMED_BY, first) ? searchParams.get(NAMED_BY[first] ?? '') : null;
  if (named) return [first, encodeURIComponent(named)];
  if (second === undefined || !BEFORE_NAME.test(first)) return [first];
  return NUMBER.test(third) ? [first, second, third] : [first, second];
};

const houseOf = (host: string): string => {
  const house = host.replace(HOUSE, '');
  const whole = house.replace(PART, '');
  return sharedHost(whole) !== undefined || LETS_SUBDOMAINS.test(whole) ? house : whole;
};

/** The path's segments in lower case, with visible percent-encoded ASCII decoded, so that spellings of one page are equal. */
const segmentsOf = ({ pathname }: URL): readonly string[] =>
  pathname
    .replace(ENCODED_ASCII, (code) => decodeURIComponent(code))
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');

/** Shortens a long name to its start and a hash. */
const bounded = (owner: string): string =>
  owner.length <= OWNER_MAX ? owner : `${owner.slice(0, HEAD)}~${hashText(owner).toString(36)}`;
