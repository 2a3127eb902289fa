import { importJWK, type JWK, SignJWT } from 'jose';
import { LOCAL_ISSUER } from '../signing-key.ts';

export type TokenRequest = {
  readonly sub: string;
  readonly audience: string;
  readonly ttlS: number;
};

/** A program's token as the local server's authorizer takes it. */
export const signToken = async (
  key: JWK & { readonly kid: string },
  { sub, audience, ttlS }: TokenRequest,
  now: number,
): Promise<string> => {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ client_id: sub })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(audience)
    .setSubject(sub)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ttlS)
    .sign(await importJWK(key, 'RS256'));
};
