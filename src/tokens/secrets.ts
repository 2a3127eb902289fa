import { Refusal } from '../comment/refusal.ts';
import { HOUR_MS, MINUTE_MS } from '../comment/time.ts';
import { createDigests, type Digests } from './digests.ts';
import { type AwsAccess, fetchSecret } from './fetch-secret.ts';
import { createSeal } from './seal.ts';
import { createTokens, type Tokens } from './tokens.ts';

/** How long a secret is used before it is asked for again, and how long an old one will do while the answer fails. */
const KEEP_MS = 5 * MINUTE_MS;
const LAST_GOOD_MS = HOUR_MS;
const RETRY_AFTER_S = 5;

export type SecretSource = { readonly hex: string } | { readonly arn: string } | undefined;

/** Everything that is made from the one secret. */
export type Secrets = { readonly digests: Digests; readonly tokens: Tokens };

/**
 * The secret's keys, fetched at first use and again every five minutes.
 * While it cannot be fetched, the last one serves for an hour. @throws {Refusal} `storage-unavailable`
 */
export const createSecrets = (
  source: SecretSource,
  access: AwsAccess | undefined,
  now: () => number,
): (() => Promise<Secrets>) => {
  let known: { readonly secrets: Secrets; readonly at: number } | undefined;
  return async () => {
    if (known && now() - known.at < KEEP_MS) return known.secrets;
    try {
      known = { secrets: derived(await readSource(source, access)), at: now() };
    } catch (cause) {
      if (!known || now() - known.at > LAST_GOOD_MS)
        throw new Refusal('storage-unavailable', 'Please try again in a moment.', {
          retryAfterS: RETRY_AFTER_S,
          cause,
        });
    }
    return known.secrets;
  };
};

const derived = (secret: Uint8Array): Secrets => ({
  digests: createDigests(secret),
  tokens: createTokens(createSeal(secret)),
});

const readSource = async (source: SecretSource, access: AwsAccess | undefined): Promise<Uint8Array> => {
  if (!source) throw new Error('Neither SECRET nor SECRET_ARN is set.');
  if ('hex' in source) return Buffer.from(source.hex, 'hex');
  if (!access) throw new Error('SECRET_ARN is set, and there is no connection to AWS.');
  return fetchSecret(source.arn, access);
};
