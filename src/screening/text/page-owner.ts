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
  /^(?:@?users?|u|in|c|channel|company|groups?|pages?|people|person|pro|profile|profil|profiles|public|r|shop|view|wiki|authors?|auteurs?|members?|membres?|playlist|artist|d|file|book|store|apps)$/;
/** Paths whose query names the page: `profile.php?id=1`, `watch?v=x`. */
const BY_QUERY = /^(?:profile\.php|watch|playlist|story\.php|user|item|details|search)$/;
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
  const [first = '', second = ''] = segmentsOf(url);
  if (PERSONAL.test(first)) return bounded(`${shared ?? houseOf(host)}/${first}`);
  if (shared === undefined) return bounded(houseOf(host));
  if (BY_QUERY.test(first) && url.search !== '') return bounded(`${shared}/${first}${url.search}`);
  if (first === '') return undefined;
  return bounded(
    BEFORE_NAME.test(first) && second !== '' ? `${shared}/${first}/${second}` : `${shared}/${first}`,
  );
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
