import { generateKeyPair, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { keepOnce } from './keep.ts';

/** Who signs this machine's tokens. Names no port, so that a token stays good when the server moves to another. */
export const LOCAL_ISSUER = 'https://palabre.localhost/';

/** The least that RS256 takes. Source: RFC 7518, 3.3. */
const RSA_BITS = 2048;

/** The secret of the functions: 32 random bytes in hex, made at first use. */
export const readSecret = (folder: string): Promise<string> =>
  keepOnce(join(folder, 'secret'), () => randomBytes(32).toString('hex'));

/** The key that signs moderators' tokens, made at first use. */
export const readSigningKey = async (folder: string): Promise<JWK & { readonly kid: string }> =>
  JSON.parse(await keepOnce(join(folder, 'signing-key.json'), makeSigningKey));

const makeSigningKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS });
  const kid = randomBytes(8).toString('hex');
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' });
};

/** The half of the key that anybody may see. */
export const publicKeyOf = ({ kty, n, e, kid, alg, use }: JWK): JWK => ({ kty, n, e, kid, alg, use }) as JWK;
