import { Refusal } from '../../comment/refusal.ts';
import type { TokenUse } from '../../config.ts';
import type { Bearer } from '../../tokens/identities.ts';
import type { HttpEvent } from '../http.ts';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * Whose token a request carries. The gateway has verified its signature, issuer, audience and time; an ID token is not taken where access
 * tokens are expected, nor the other way round.
 * @throws {Refusal} `invalid-token`
 */
export const bearerOf = ({ requestContext }: HttpEvent, expected: TokenUse): Bearer => {
  const { authorizer } = requestContext as { authorizer?: { jwt?: { claims?: Claims } } };
  const claims = authorizer?.jwt?.claims;
  if (!claims) throw new Refusal('invalid-token', 'This needs a token.');
  if (useOf(claims, expected) !== expected)
    throw new Refusal('invalid-token', `This needs an ${expected === 'id' ? 'ID' : 'access'} token.`);
  const { iss, sub = claims.client_id } = claims;
  if (!isName(iss) || !isName(sub)) throw new Refusal('invalid-token', 'The token does not say whose it is.');
  return { issuer: iss, subject: sub };
};

const isName = (claim: unknown): claim is string => typeof claim === 'string' && claim !== '';

/** What only ID tokens carry, and what only access tokens do. Source: OpenID Connect Core 1.0, 2; RFC 9068, 2.2. */
const OF_ID = ['nonce', 'at_hash', 'c_hash'];
const OF_ACCESS = ['scope', 'scp', 'client_id'];

/** Cognito says it as `token_use` and Keycloak as `typ`; other issuers' tokens are known by what they carry. */
const useOf = (claims: Claims, otherwise: TokenUse): TokenUse | undefined => {
  const { token_use: use, typ } = claims;
  if (use !== undefined) return use === 'access' || use === 'id' ? use : undefined;
  if (typ === 'ID') return 'id';
  if (typ === 'Bearer' || has(claims, OF_ACCESS)) return 'access';
  return has(claims, OF_ID) ? 'id' : otherwise;
};

const has = (claims: Claims, names: readonly string[]) => names.some((name) => claims[name] !== undefined);
