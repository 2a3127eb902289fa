import { createPrivateKey, generateKeyPair, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { readKeyRing } from '../src/tokens/key-ring.ts';
import { keepOnce, readIfThere } from './keep.ts';

/** The issuer of this machine's tokens. It names no port, so that a token stays valid when the port changes. */
export const LOCAL_ISSUER = 'https://palabre.localhost/';

/** The tokens' audience. */
export const LOCAL_AUDIENCE = 'palabre';

/** The least that RS256 takes. Source: RFC 7518, 3.3. */
const RSA_BITS = 2048;

/**
 * The functions' secret as stored in its file: 32 random bytes in hex, made at first use, or the key ring after a rotation.
 * @throws with a sentence for the operator
 */
export const readSecret = async (folder: string): Promise<string> => {
  const file = secretFileIn(folder);
  const text = await keepOnce(file, () => randomBytes(32).toString('hex'));
  secretIn(file);
  return text;
};

export const secretFileIn = (folder: string): string => join(folder, 'secret');

/** The secret as functions are given it. @throws with a sentence for the operator */
export const secretIn = (file: string): Uint8Array => {
  const text = readIfThere(file) ?? '';
  const secret = HEX.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text);
  if (!HEX.test(text) && !isRing(secret))
    throw damaged(file, 'links in receipts and cursors made before are then refused');
  return secret;
};

const HEX = /^[0-9a-f]{64}$/;
const isRing = (secret: Uint8Array): boolean => {
  try {
    return readKeyRing(secret).pseudonyms !== secret;
  } catch {
    return false;
  }
};

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
    throw damaged(file, 'tokens made before are then refused');
  }
};

const damaged = (file: string, price: string) =>
  new Error(`${file} is damaged: bring it back from a copy, or remove it (${price}).`);

const makeSigningKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS });
  const kid = randomBytes(8).toString('hex');
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' });
};

/** The public half of the key. */
export const publicKeyOf = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use }) as JWK;
