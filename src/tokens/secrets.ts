import { Refusal } from '../comment/refusal.ts';
import { HOUR_MS, MINUTE_MS } from '../comment/time.ts';
import { createDigests, type Digests } from './digests.ts';
import { type AwsAccess, fetchSecret } from './fetch-secret.ts';
import { isOfOtherKey, type KeyRing, readKeyRing, sealOf } from './key-ring.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** How long a secret is used before it is asked for again, and how long an old one will do while the answer fails. */
const KEEP_MS = 5 * MINUTE_MS;
const KEEP_LOCAL_MS = 1_000;
const LAST_GOOD_MS = HOUR_MS;
/** How soon it is asked for again because of a token of a key that is not known: anybody can make one up. */
const OTHER_KEY_MS = 10_000;
const RETRY_AFTER_S = 5;

export type SecretSource =
  | { readonly hex: string }
  | { readonly arn: string }
  /** A local secret, which costs little to read. */
  | { readonly read: () => Uint8Array }
  | undefined;

/** Everything that is made from the one secret. */
export type Secrets = { readonly digests: Digests; readonly tokens: Tokens };
/** @param opened tokens that are to be opened: one of a key that is not known yet has the secret asked for again */
export type ReadSecrets = (...opened: readonly (string | undefined)[]) => Promise<Secrets>;

type Known = { readonly ring: KeyRing; readonly secrets: Secrets; readonly at: number };

/**
 * The secret's keys, fetched at first use and again every five minutes.
 * While it cannot be fetched, the last one serves for an hour. @throws {Refusal} `storage-unavailable`
 */
export const createSecrets = (
  source: SecretSource,
  access: AwsAccess | undefined,
  now: () => number,
): ReadSecrets => {
  const keepMs = source && 'read' in source ? KEEP_LOCAL_MS : KEEP_MS;
  let known: Known | undefined;
  let reading: Promise<Known> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  // A clock that was set back must not make the secret look fresh.
  const since = (time: number) => Math.abs(now() - time);
  const isGood = ({ ring, at }: Known, opened: readonly (string | undefined)[]) => {
    if (since(at) >= keepMs) return false;
    const isOther = opened.some((token) => token !== undefined && isOfOtherKey(ring, token));
    return !isOther || since(askedAt) < Math.min(OTHER_KEY_MS, keepMs);
  };
  // Concurrent requests share one fetch.
  const read = () => {
    askedAt = now();
    reading ??= readSource(source, access)
      .then((secret) => derived(readKeyRing(secret), now()))
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return async (...opened) => {
    if (known && isGood(known, opened)) return known.secrets;
    try {
      known = await read();
    } catch (cause) {
      if (!known || since(known.at) > LAST_GOOD_MS)
        throw new Refusal('storage-unavailable', 'Please try again in a moment.', {
          retryAfterS: RETRY_AFTER_S,
          cause,
        });
    }
    return known.secrets;
  };
};

const derived = (ring: KeyRing, at: number): Known => ({
  ring,
  at,
  secrets: { digests: createDigests(ring.pseudonyms), tokens: createTokens(sealOf(ring, at)) },
});

const readSource = async (source: SecretSource, access: AwsAccess | undefined): Promise<Uint8Array> => {
  if (!source) throw new Error('Neither SECRET nor SECRET_ARN is set.');
  if ('hex' in source) return Buffer.from(source.hex, 'hex');
  if ('read' in source) return source.read();
  if (!access) throw new Error('SECRET_ARN is set, and there is no connection to AWS.');
  return fetchSecret(source.arn, access);
};
