import { createHash, createHmac } from 'node:crypto';
import type { BanKind } from '../comment/abuse/ban.ts';
import { derive, joined } from './seal.ts';

const KEY_ID = '1';
const PSEUDONYM_BYTES = 16;
/** Enough to tell a few thousand apart by; a comment of ordinary length must stay under 1 KB. */
const BAN_BYTES = 8;

/** Keyed digests: names for people and networks that only this service can make again. */
export type Digests = {
  /** A proven author on one site, as `kid:hash`. */
  readonly author: (site: string, visitor: string) => string;
  /** A typed e-mail on one site, as `kid:hash`; case and compatibility forms do not count. */
  readonly email: (site: string, email: string) => string;
  /** A network (an IPv4 address or an IPv6 /64) on one site, as `kid:hash`; the key changes every calendar month. */
  readonly network: (site: string, network: string, now: number) => string;
  /**
   * The id of a ban: the kind's letter and 11 characters. Never changes, so that a ban outlives the month.
   * @param of an author's or an e-mail's pseudonym, a host in ASCII, an IPv4 address, a `/24` or a `/64`
   */
  readonly ban: (kind: BanKind | 'staff', site: string, of: string) => string;
  /** The first `bytes` of a digest over parts; without the secret nobody can aim for one. */
  readonly tag: (bytes: number, ...parts: readonly string[]) => Uint8Array;
  /** The digest that seals the audit trail, of 128 bits. */
  readonly audit: (...parts: readonly string[]) => string;
  /** All that somebody sent, as `kid:hash`: keyed, since words, names and addresses can be guessed. */
  readonly fingerprint: (...parts: readonly string[]) => string;
  /** What an author's drawing is made of; without a key, since the pseudonym has one. */
  readonly drawing: (authorKey: string) => string;
};

export const createDigests = (secret: Uint8Array): Digests => {
  const key = derive(secret, 'digests');
  const hmac = (...parts: readonly string[]) => createHmac('sha256', key).update(joined(parts)).digest();
  const pseudonym = (kid: string, ...parts: readonly string[]) =>
    `${kid}:${hmac(kid, ...parts)
      .subarray(0, PSEUDONYM_BYTES)
      .toString('base64url')}`;
  return {
    author: (site, visitor) => pseudonym(KEY_ID, 'author', site, visitor),
    email: (site, email) => pseudonym(KEY_ID, 'email', site, email.normalize('NFKC').toLowerCase()),
    network: (site, network, now) => pseudonym(monthOf(now), 'network', site, network),
    ban: (kind, site, of) =>
      `${kind[0]}${hmac('ban', kind, site, of).subarray(0, BAN_BYTES).toString('base64url')}`,
    tag: (bytes, ...parts) => hmac('tag', ...parts).subarray(0, bytes),
    audit: (...parts) =>
      hmac('audit', ...parts)
        .subarray(0, PSEUDONYM_BYTES)
        .toString('base64url'),
    fingerprint: (...parts) => pseudonym(KEY_ID, 'fingerprint', ...parts),
    drawing: (authorKey) => unkeyedDigest('identicon', authorKey),
  };
};

/** A digest without a key, for ETags and names of documents: of nothing that could be guessed. 128 bits, URL-safe. */
export const unkeyedDigest = (...parts: readonly string[]): string =>
  createHash('sha256').update(joined(parts)).digest().subarray(0, PSEUDONYM_BYTES).toString('base64url');

/** `2611` for November 2026, in UTC. */
const monthOf = (now: number): string => new Date(now).toISOString().slice(2, 7).replace('-', '');
