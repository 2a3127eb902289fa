import { createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { keepOnce } from './keep.ts';

/** The issuer of this machine's tokens. It names no port, so that a token stays valid when the port changes. */
export const LOCAL_ISSUER = 'https://palabre.localhost/';

/** The tokens' audience. */
export const LOCAL_AUDIENCE = 'palabre';

/** The least that RS256 takes. Source: RFC 7518, 3.3. */
const RSA_BITS = 2048;

type SigningKey = JWK & { readonly kid: string };

/** The key that signs moderators' tokens, made at first use. @throws with a sentence for the operator */
export const readSigningKey = async (folder: string): Promise<SigningKey> => {
  const file = join(folder, 'signing-key.json');
  const text = await keepOnce(file, makeSigningKey);
  try {
    const key = JSON.parse(text) as SigningKey;
    const { asymmetricKeyType } = createPrivateKey({ key, format: 'jwk' });
    if (asymmetricKeyType === 'rsa' && typeof key.kid === 'string') return key;
    throw new Error('It is no key of ours.');
  } catch {
    throw new Error(
      `${file} is damaged: bring it back from a copy, or remove it (tokens made before are then refused).`,
    );
  }
};

const makeSigningKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS });
  const kid = randomBytes(8).toString('hex');
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' });
};

/** The public half of the key. */
export const publicKeyOf = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use }) as JWK;
