import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, customFetch, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { Refusal } from '../comment/refusal.ts';
import { HOUR_MS } from '../comment/time.ts';

/** The identity that an ID token proves. */
export type SignedIn = { readonly subject: string; readonly email: string };

type Expected = { readonly issuer: string; readonly clientId: string };
type Posted = { readonly idToken: string; readonly nonce: string };

/** Verifies an ID token. @throws {Refusal} `invalid-id-token`, `issuer-unavailable` */
export type VerifyIdToken = (posted: Posted) => Promise<SignedIn>;

/** Signatures by keys of which the issuer publishes one half. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** How long the issuer may take, twice at most: for its configuration and for its keys. */
const TIMEOUT_MS = 3000;
/** Of its configuration, and of its keys. */
const ANSWER_BYTES_MAX = 100_000;
const RETRY_AFTER_S = 5;
/** Seconds that the issuer's clock may differ from ours. */
const SKEW_S = 60;

/**
 * Verifies ID tokens of one issuer with the keys that it publishes, which are remembered: nothing but the configured issuer is ever asked.
 * @param fetch asks the issuer
 */
export const createVerifyIdToken = (
  { issuer, clientId }: Expected,
  now: () => number,
  fetch: typeof globalThis.fetch,
): VerifyIdToken => {
  const keysNow = rememberKeys(issuer, now, bounded(fetch));
  return async ({ idToken, nonce }) => {
    checkShape(idToken);
    const { payload } = await verify(idToken, await keysNow(), {
      ...{ issuer, audience: clientId, algorithms: ALGORITHMS, clockTolerance: SKEW_S },
      ...{ requiredClaims: ['exp', 'iat', 'sub'], currentDate: new Date(now()) },
    });
    if (payload.nonce !== nonce) throw invalid('The nonce is not the one that was asked with.');
    if (Array.isArray(payload.aud) && payload.aud.length > 1 && payload.azp !== clientId)
      throw invalid('The ID token was made for another client.');
    const { sub = '', email, email_verified: isVerified } = payload;
    // Cognito writes it as a string when it comes from another provider.
    if (typeof email !== 'string' || (isVerified !== true && isVerified !== 'true'))
      throw invalid('The account has no verified email address.');
    return { subject: sub, email };
  };
};

/** Refuses what cannot be the issuer's token, without asking the issuer. */
const checkShape = (idToken: string): void => {
  try {
    if (ALGORITHMS.includes(decodeProtectedHeader(idToken).alg ?? '')) return;
  } catch {
    // It is no token at all.
  }
  throw damaged();
};

const verify = async (idToken: string, keys: JWTVerifyGetKey, options: Parameters<typeof jwtVerify>[2]) => {
  try {
    return await jwtVerify(idToken, keys, options);
  } catch (error) {
    if (isOfIssuer(error)) throw unavailable(error);
    throw damaged();
  }
};

/** True for a failure to fetch keys, rather than a fault of the token. */
const isOfIssuer = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  [errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code].includes(error.code);

/** Reads no more of an answer than the issuer's may have. */
const bounded =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (...asked) => {
    const { body, status, headers } = await fetch(...asked);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of body ?? []) {
      length += piece.length;
      if (length > ANSWER_BYTES_MAX) throw new Error('The issuer’s answer is too long.');
      pieces.push(piece);
    }
    return new Response(length === 0 ? null : Buffer.concat(pieces), { status, headers });
  };

/** The issuer's keys, found by its configuration, which is asked for again after an hour. */
const rememberKeys = (issuer: string, now: () => number, fetch: typeof globalThis.fetch) => {
  let known: { readonly keys: JWTVerifyGetKey; readonly at: number } | undefined;
  return async (): Promise<JWTVerifyGetKey> => {
    if (known && Math.abs(now() - known.at) < HOUR_MS) return known.keys;
    const url = await findKeys(issuer, fetch);
    const keys = createRemoteJWKSet(url, { timeoutDuration: TIMEOUT_MS, [customFetch]: fetch });
    known = { keys, at: now() };
    return keys;
  };
};

/** Where the issuer publishes its keys. Source: OpenID Connect Discovery 1.0, 4. */
const findKeys = async (issuer: string, fetch: typeof globalThis.fetch): Promise<URL> => {
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { signal, redirect: 'error' });
    const found = JSON.parse(response.ok ? await response.text() : '') as {
      issuer?: unknown;
      jwks_uri?: unknown;
    };
    if (found.issuer !== issuer) throw new Error('The issuer names itself otherwise than it is configured.');
    const keys = new URL(String(found.jwks_uri));
    if (keys.protocol !== 'https:' && keys.origin !== new URL(issuer).origin)
      throw new Error('The issuer’s keys are not served by https.');
    return keys;
  } catch (cause) {
    throw unavailable(cause);
  }
};

const damaged = () => invalid('The ID token is damaged, too old, or not of the issuer for this service.');
const invalid = (detail: string) => new Refusal('invalid-id-token', detail);
const unavailable = (cause: unknown) =>
  new Refusal('issuer-unavailable', 'The sign-in service does not answer. Please try again in a moment.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
