import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { Jwt } from './event.ts';
import { type Reply, refuse } from './reply.ts';

export type Authorizer = {
  readonly keys: JSONWebKeySet;
  readonly issuer: string;
  /** Another accepted name of the issuer. Functions always get `issuer` as `iss`. */
  readonly alias?: string;
  readonly audience: readonly string[];
};

/** Checks an Authorization header for a route that requires one of `scopes`; without scopes, any valid token passes. */
export type Authorize = (
  header: string | undefined,
  scopes: readonly string[],
  now: Date,
) => Promise<Jwt | Reply>;

/**
 * The gateway's JWT authorizer: signature by one of the issuer's RSA keys, issuer, audience (`aud`, or `client_id` without it),
 * `exp`, `nbf`, `iat`, and one of the route's scopes in `scope` or `scp`.
 * @returns the token's claims for the function's event, or the gateway's reply: 401 for a bad token, 403 for a missing scope
 */
export const createAuthorize = (authorizer: Authorizer): Authorize => {
  const verify = createVerify(authorizer);
  return async (header, scopes, now) => {
    if (!header) return refuse(401, { 'www-authenticate': 'Bearer' });
    const verified = await verify(header.replace(/^Bearer +/i, ''), now);
    if (!verified) return refuse(401, { 'www-authenticate': 'Bearer error="invalid_token"' });
    const claims = { ...verified, iss: authorizer.issuer };
    if (scopes.length === 0) return { claims: textOf(claims), scopes: null };
    const fitting = scopes.filter((scope) => scopesOf(claims).includes(scope));
    const wanted = `Bearer error="insufficient_scope" scope="${scopes.join(' ')}"`;
    return fitting.length > 0
      ? { claims: textOf(claims), scopes: fitting }
      : refuse(403, { 'www-authenticate': wanted });
  };
};

/** Tolerance for `iat`, which is in whole seconds: a token made just now may seem to be from the future. */
const CLOCK_S = 1;

const createVerify = ({ keys, issuer, alias = issuer, audience }: Authorizer) => {
  const isForUs = ({ aud, client_id }: JWTPayload) =>
    [aud ?? client_id].flat().some((name) => audience.includes(String(name)));
  // Loaded with the first token; most local servers never get one.
  let loaded: Promise<typeof import('jose')> | undefined;
  let keySet: ReturnType<typeof import('jose').createLocalJWKSet> | undefined;

  return async (token: string, now: Date): Promise<JWTPayload | undefined> => {
    loaded ??= import('jose');
    const { createLocalJWKSet, errors, jwtVerify } = await loaded;
    keySet ??= createLocalJWKSet(keys);
    const options = {
      algorithms: ['RS256'],
      issuer: [issuer, alias],
      requiredClaims: ['exp'],
      currentDate: now,
    };
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keySet, options);
      const isMade = (payload.iat ?? 0) <= now.getTime() / 1000 + CLOCK_S;
      return protectedHeader.kid && isMade && isForUs(payload) ? payload : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  };
};

const scopesOf = ({ scope, scp }: JWTPayload): readonly string[] =>
  [scope ?? scp ?? []].flat().flatMap((text) => String(text).split(' '));

/** Functions get every claim as a string; a list becomes `[a b]`. */
const textOf = (claims: JWTPayload): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
