import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Member } from '../comment/member.ts';
import { unkeyedDigest } from './digests.ts';
import { joined } from './seal.ts';

/** Somebody as an issuer names them: `iss` and `sub`. */
export type Bearer = { readonly issuer: string; readonly subject: string };

/** Names somebody on every site. */
export const identityOf = ({ issuer, subject }: Bearer): string => unkeyedDigest('identity', issuer, subject);

/** A member's id on one site: the same person has another one elsewhere. */
export const memberIdOf = (site: string, { issuer, subject }: Bearer): string =>
  unkeyedDigest('member', site, issuer, subject);

/** The digest by which the address of a member's private feed is stored. */
export const feedDigestOf = (site: string, token: string): string => unkeyedDigest('feed', site, token);

export const isFeedOf = ({ feed = '' }: Pick<Member, 'feed'>, site: string, token: string): boolean => {
  const [kept, sent] = [feed, feedDigestOf(site, token)].map((digest) => Buffer.from(digest));
  return kept?.length === sent?.length && timingSafeEqual(kept as Buffer, sent as Buffer);
};

/** An invitation by its token, from which alone it can be made. */
export const invitationIdOf = (site: string, token: string): string =>
  unkeyedDigest('invitation', site, token);

/** The address that an invitation is for, keyed by its token, which is kept nowhere. Case and compatibility forms do not count. */
export const invitedAddressOf = (token: string, email: string): string =>
  createHmac('sha256', token)
    .update(joined(['address', email.normalize('NFKC').trim().toLowerCase()]))
    .digest('base64url');
