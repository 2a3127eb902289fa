import { createHmac, createPublicKey } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { ALIAS, ISSUER, withGateway } from './with-gateway.ts';

const gateway = withGateway();
const seconds = () => Math.floor(Date.now() / 1000);

const claims = (): JWTPayload => ({
  iss: ISSUER,
  aud: 'palabre',
  sub: 'camille',
  sites: 'demo other',
  scope: 'openid comments:moderate',
  iat: seconds(),
  exp: seconds() + 60,
});
const sign = (payload: JWTPayload, header: object = { kid: 'one' }, key = gateway.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);
const ask = (token: string | undefined, path = '/guarded') =>
  fetch(`${gateway.url}${path}`, token === undefined ? {} : { headers: { authorization: token } });

test('a good token opens the route, and the function gets its claims as text', async () => {
  const payload = { ...claims(), groups: ['a', 'b'], admin: true };
  const answer = await ask(`Bearer ${await sign(payload)}`);
  expect(answer.status).toBe(200);
  const { requestContext } = (await answer.json()) as { requestContext: { authorizer: unknown } };
  expect(requestContext.authorizer).toEqual({
    jwt: {
      claims: {
        iss: ISSUER,
        aud: 'palabre',
        sub: 'camille',
        sites: 'demo other',
        scope: 'openid comments:moderate',
        iat: String(payload.iat),
        exp: String(payload.exp),
        groups: '[a b]',
        admin: 'true',
      },
      scopes: ['comments:moderate'],
    },
  });
});

test('a token by the issuer’s other name is taken, and the function is told the first', async () => {
  const answer = await ask(`Bearer ${await sign({ ...claims(), iss: ALIAS })}`);
  const { requestContext } = (await answer.json()) as { requestContext: { authorizer: { jwt: object } } };
  expect(requestContext.authorizer.jwt).toMatchObject({ claims: { iss: ISSUER } });
});

test('the word Bearer may be left out, and its case does not count', async () => {
  const token = await sign(claims());
  expect((await ask(token)).status).toBe(200);
  expect((await ask(`bearer ${token}`)).status).toBe(200);
});

test('a route without scopes takes any good token and says null for scopes', async () => {
  const answer = await ask(`Bearer ${await sign({ ...claims(), scope: 'openid' })}`, '/open');
  const { requestContext } = (await answer.json()) as { requestContext: { authorizer: { jwt: object } } };
  expect(requestContext.authorizer.jwt).toMatchObject({ scopes: null });
});

test('client_id stands in for a missing aud, and a list of audiences needs one of ours', async () => {
  const { aud: _aud, ...rest } = claims();
  expect((await ask(await sign({ ...rest, client_id: 'palabre' }))).status).toBe(200);
  expect((await ask(await sign({ ...rest, aud: ['other', 'palabre'] }))).status).toBe(200);
  expect((await ask(await sign({ ...rest, aud: 'other', client_id: 'palabre' }))).status).toBe(401);
});

test('scopes may come as `scp` and as a list', async () => {
  const { scope: _scope, ...rest } = claims();
  expect((await ask(await sign({ ...rest, scp: ['a', 'comments:admin'] }))).status).toBe(200);
});

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const bad: Record<string, () => Promise<string | undefined> | string | undefined> = {
  'no token': () => undefined,
  garbage: () => 'Bearer abc',
  'another scheme': () => 'Basic YTpi',
  'two tokens': async () => `Bearer ${await sign(claims())}, Bearer ${await sign(claims())}`,
  expired: () => sign({ ...claims(), exp: seconds() - 1 }),
  'not yet valid': () => sign({ ...claims(), nbf: seconds() + 60 }),
  'issued in the future': () => sign({ ...claims(), iat: seconds() + 60 }),
  'without an end': () => {
    const { exp: _exp, ...rest } = claims();
    return sign(rest);
  },
  'of another issuer': () => sign({ ...claims(), iss: 'https://other.example/' }),
  'of the same issuer at another port': () => sign({ ...claims(), iss: ALIAS.replace('4000', '4001') }),
  'for another audience': () => sign({ ...claims(), aud: 'other' }),
  'for no audience': () => {
    const { aud: _aud, ...rest } = claims();
    return sign(rest);
  },
  'with an unknown key id': () => sign(claims(), { kid: '../../x' }),
  'without a key id': () => sign(claims(), {}),
  'signed by another key': async () =>
    sign(claims(), { kid: 'one' }, (await generateKeyPair('RS256')).privateKey),
  'with a critical header nobody knows': () => {
    const token = `${encode({ alg: 'RS256', kid: 'one', crit: ['x'], x: 1 })}.${encode(claims())}`;
    return `${token}.c2lnbmF0dXJl`;
  },
  'unsigned (alg none)': () => `${encode({ alg: 'none', kid: 'one' })}.${encode(claims())}.`,
  'signed with the public key as a shared secret (HS256)': () => {
    const pem = createPublicKey({ key: gateway.signingKey as never, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const token = `${encode({ alg: 'HS256', kid: 'one' })}.${encode(claims())}`;
    return `${token}.${createHmac('sha256', pem).update(token).digest('base64url')}`;
  },
  'altered after signing': async () => {
    const [header, , signature] = (await sign(claims())).split('.');
    return `${header}.${encode({ ...claims(), sites: 'every' })}.${signature}`;
  },
};
test.each(Object.entries(bad))('a token is refused: %s', async (_name, make) => {
  const answer = await ask(await make());
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ message: 'Unauthorized' });
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
});

test('a good token without the scope is forbidden', async () => {
  const answer = await ask(await sign({ ...claims(), scope: 'comments:read comments:moderat' }));
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ message: 'Forbidden' });
});
