import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { close, listen } from '../../../local/gateway/listen.ts';

export const CLIENT_ID = 'the-page';
export const NONCE = 'the-nonce-of-one-sign-in';

/** An issuer that publishes its keys, for all tests of a file; the functions are told of it when they are loaded. */
export const withIssuer = () => {
  const issuer = { url: '', isDown: false, isEndless: false, asked: 0, privateKey: {} as CryptoKey };
  let server: Server;
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
    server = createServer(({ url = '' }, response) => {
      issuer.asked += 1;
      if (issuer.isDown) return void response.writeHead(503).end('busy');
      const metadata = { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` };
      response.write(JSON.stringify(url.endsWith('/jwks') ? { keys } : metadata));
      response.end(issuer.isEndless ? ' '.repeat(200_000) : '');
    });
    issuer.url = `http://127.0.0.1:${await listen(server, 0)}`;
    issuer.privateKey = privateKey;
    Object.assign(process.env, { ISSUER: issuer.url, CLIENT_ID });
  });
  afterAll(() => close(server, 0));

  const seconds = () => Math.floor(Date.now() / 1000);
  return {
    issuer,
    /** The claims of an access token. */
    bearer: (sub: string) => ({ iss: issuer.url, sub, client_id: CLIENT_ID, scope: 'openid' }),
    /** An ID token as the issuer makes it, but for some claims, its header or its key. */
    idToken: (
      sub: string,
      { claims = {}, header = {}, key }: { claims?: JWTPayload; header?: object; key?: CryptoKey } = {},
    ): Promise<string> =>
      new SignJWT({
        ...{ iss: issuer.url, aud: CLIENT_ID, sub, nonce: NONCE, email: `${sub}@example.org` },
        ...{ email_verified: true, iat: seconds(), exp: seconds() + 300, ...claims },
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .sign(key ?? issuer.privateKey),
  };
};
