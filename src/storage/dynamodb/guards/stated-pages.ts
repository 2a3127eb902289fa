import { DAY_MS } from '../../../comment/time.ts';
import { fold } from '../../../screening/text/fold.ts';
import { hashOf, seedOf } from '../../../screening/text/hash.ts';
import type { HistoryQuestion, StatedPage } from '../../../submission/history.ts';
import { pagesKey } from '../keys.ts';
import type { Push } from './ring-buffers.ts';

/** 48 entries of 16 bytes, their names and the key of a site with a long name stay under the 1 KB of one write unit. */
export const PAGES_SIZE = 48;
const PART_BYTES = 3;
const ARTICLE_BYTES = 2;
const KEPT_MS = 30 * DAY_MS;
/** Where parts of an entry begin: 4 bytes of seconds, 4 of the page, 3 of the name, 3 of the e-mail, 2 of the article. */
const [OWNER_AT, NAME_AT, EMAIL_AT, ARTICLE_AT] = [4, 8, 11, 14];
const [OWNER, NAME, ARTICLE] = ['page', 'name', 'article'].map(seedOf) as [number, number, number];

/** The entry of a submission that states a page in its site's ring buffer of pages. */
export const statedPush = ({ site, article, now }: HistoryQuestion, page: StatedPage): Push => ({
  key: pagesKey(site.id),
  entry: Buffer.concat([bytes(4, Math.floor(now / 1000)), subjectOf(page), articleOf(article)]),
  size: PAGES_SIZE,
  expiresAt: Math.floor((now + KEPT_MS) / 1000),
});

/**
 * Under how many names the same page was stated in the last 30 days, and on how many articles under this one; both count
 * this submission. The order of the entries does not matter, nor how often one is there.
 */
export const readStated = (
  before: readonly Uint8Array[],
  { article, now }: HistoryQuestion,
  page: StatedPage,
): { readonly names: number; readonly articles: number } => {
  const mine = Buffer.concat([bytes(4, 0), subjectOf(page), articleOf(article)]);
  const earlier = before.map((entry) => Buffer.from(entry)).filter((entry) => isRecent(entry, now));
  const same = [
    mine,
    ...earlier.filter((entry) => part(entry, OWNER_AT, NAME_AT) === part(mine, OWNER_AT, NAME_AT)),
  ];
  const name = part(mine, NAME_AT, EMAIL_AT);
  const emails = same.map((entry) => part(entry, EMAIL_AT, ARTICLE_AT)).filter((email) => email !== NO_EMAIL);
  const ofName = same.filter((entry) => part(entry, NAME_AT, EMAIL_AT) === name);
  return {
    names: Math.max(distinct(same.map((entry) => part(entry, NAME_AT, EMAIL_AT))), distinct(emails)),
    articles: distinct(ofName.map((entry) => part(entry, ARTICLE_AT))),
  };
};

/** Times far ahead come from a clock that was wrong. */
const isRecent = (entry: Buffer, now: number): boolean =>
  Math.abs(now - entry.readUInt32BE(0) * 1000) < KEPT_MS;

const part = (entry: Buffer, from: number, to?: number): string => entry.subarray(from, to).toString('hex');
const NO_EMAIL = '0'.repeat(2 * PART_BYTES);

const distinct = (names: readonly string[]): number => new Set(names).size;

const subjectOf = ({ owner, name, email }: StatedPage): Uint8Array =>
  Buffer.concat([
    bytes(4, hashOf(OWNER, owner)),
    bytes(PART_BYTES, hashOf(NAME, bare(name)) >>> 8),
    email === undefined ? Buffer.alloc(PART_BYTES) : emailBytes(email),
  ]);

/** A name without case, accents, spaces and punctuation; a name of nothing else stays as it is. */
const bare = (name: string): string => {
  const folded = fold(name);
  return folded.replace(/[^\p{L}\p{N}]+/gu, '') || folded;
};

/** Of a pseudonym, `kid:hash`. */
const emailBytes = (pseudonym: string): Uint8Array =>
  Buffer.from(pseudonym.slice(pseudonym.indexOf(':') + 1), 'base64url').subarray(0, PART_BYTES);

/** The article's two bytes. */
const articleOf = (article: string): Uint8Array => bytes(ARTICLE_BYTES, hashOf(ARTICLE, article) & 0xffff);

const bytes = (length: number, value: number): Buffer => {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntBE(value, 0, length);
  return buffer;
};
