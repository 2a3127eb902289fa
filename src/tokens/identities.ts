import { createHmac } from 'node:crypto';
import { fingerprintOf } from './digests.ts';
import { joined } from './seal.ts';

/** Somebody as an issuer names them: `iss` and `sub`. */
export type Bearer = { readonly issuer: string; readonly subject: string };

/** Names somebody on every site. */
export const identityOf = ({ issuer, subject }: Bearer): string => fingerprintOf('identity', issuer, subject);

/** A member's id on one site: the same person has another one elsewhere. */
export const memberIdOf = (site: string, { issuer, subject }: Bearer): string =>
  fingerprintOf('member', site, issuer, subject);

/** An invitation by its token, from which alone it can be made. */
export const invitationIdOf = (site: string, token: string): string =>
  fingerprintOf('invitation', site, token);

/** The address that an invitation is for, keyed by its token, which is kept nowhere. Case and compatibility forms do not count. */
export const invitedAddressOf = (token: string, email: string): string =>
  createHmac('sha256', token)
    .update(joined(['address', email.normalize('NFKC').trim().toLowerCase()]))
    .digest('base64url');
