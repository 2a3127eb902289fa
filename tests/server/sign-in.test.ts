import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { openPage } from './sign-in-flow.ts';
import { withServer } from './with-server.ts';

const server = withServer();
let page: Awaited<ReturnType<typeof openPage>>;
beforeAll(async () => {
  page = await openPage(server.url);
});

const admin = async (path: string, token: string, body?: object, method = body ? 'POST' : 'GET') => {
  const answer = await fetch(`${server.url}/v1/sites/demo/admin/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, json: (await answer.json()) as any };
};

test('the demo’s two people sign in and are who they are', async () => {
  for (const [person, name, role] of [
    ['claire', 'Claire Vasseur', 'admin'],
    ['nora', 'Nora Lindqvist', 'moderator'],
  ] as const) {
    const { access_token: token } = await page.signIn({ person });
    expect((await admin('me', token)).json.member).toMatchObject({ name, role });
  }
});

test('somebody is invited, signs in, joins, moderates, is removed, and is refused at the next call', async () => {
  const { access_token: claire } = await page.signIn({ person: 'claire' });
  const lea = { name: 'Léa', role: 'moderator', email: 'lea@example.org' };
  const { invitation } = (await admin('members', claire, lea)).json;

  const signedIn = await page.signIn({ email: 'Lea@example.org' });
  const token = signedIn.access_token;
  expect(await admin('me', token)).toMatchObject({ status: 403, json: { code: 'not-a-moderator' } });
  const joining = { invitation: invitation.token, idToken: signedIn.id_token, nonce: signedIn.nonce };
  const joined = await admin('members/join', token, joining);
  expect(joined).toMatchObject({ status: 201, json: { member: { name: 'Léa', role: 'moderator' } } });
  expect((await admin('me', token)).status).toBe(200);
  expect((await admin('queues', token)).status).toBe(200);
  expect((await admin('members/join', token, joining)).status).toBe(404);

  const { id } = joined.json.member;
  expect((await admin(`members/${id}`, claire, undefined, 'DELETE')).status).toBe(200);
  expect((await admin('queues', token)).status).toBe(403);
  // A fresh token opens no more than the old one.
  const renewed = await page.renew(signedIn.refresh_token ?? '');
  expect((await admin('queues', renewed.access_token)).status).toBe(403);
});

test('an ID token opens nothing, and neither does an access token whose letters were turned', async () => {
  const { id_token: idToken = '', access_token: token } = await page.signIn({ person: 'claire' });
  expect((await admin('me', idToken)).status).toBe(401);
  expect((await admin('me', `${token.slice(0, -8)}AAAAAAAA`)).status).toBe(401);
});

test('a sign-in is renewed by its refresh token, and by none that was used before', async () => {
  const { refresh_token: first = '' } = await page.signIn({ person: 'nora' });
  const { access_token: token, refresh_token: second } = await page.renew(first);
  expect((await admin('me', token)).status).toBe(200);
  expect(second).not.toBe(first);
  await expect(page.renew(first)).rejects.toThrow();
});

test('tokens say for whom they are in the provider’s own words, and pages of the server may ask for them', async () => {
  const { access_token: token } = await page.signIn({ person: 'nora' });
  expect(decodeJwt(token)).toMatchObject({ iss: `${server.url}/oidc`, aud: 'palabre', sub: 'nora' });
  const preflight = (origin: string) =>
    fetch(page.provider.token_endpoint ?? '', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'client_id=palabre-moderation&grant_type=refresh_token&refresh_token=x',
    });
  expect((await preflight(server.url)).headers.get('access-control-allow-origin')).toBe(server.url);
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});

describe('the page on which to choose', () => {
  test('is in French and English, loads nothing from elsewhere and runs nothing', async () => {
    const { page: shown } = await page.begin({ prompt: 'login' });
    expect(shown.status).toBe(200);
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    const text = await shown.text();
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain('Claire Vasseur');
    const english = await (await page.browse(shown.url, { headers: { 'accept-language': 'en' } })).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('admin of the site');
  });

  test('says what is no address, beside its field, and takes one then', async () => {
    const { page: shown } = await page.begin({ prompt: 'login' });
    for (const form of [{ email: 'lea' }, { email: '' }, { person: 'nobody' }, {}]) {
      const again = await page.choose(shown, form as Record<string, string>);
      expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('lea@example.org')]);
    }
    const done = await page.choose(shown, { email: 'lea@example.org' });
    expect(done.headers.get('location')).toContain('/moderation/?code=');
  });

  test('leads back with a refusal when it is cancelled, and says so when it is too old', async () => {
    const { page: shown } = await page.begin({ prompt: 'login' });
    const back = await page.choose(shown, { cancel: 'yes' });
    expect(back.headers.get('location')).toContain('error=access_denied');
    const late = await fetch(shown.url);
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('modération')]);
  });

  test('is not shown without PKCE, for another client, or for an address that is not the page’s', async () => {
    const refused = async (more: Record<string, string>) => {
      const { page: answer } = await page.begin(more);
      return `${answer.status} ${answer.headers.get('location') ?? (await answer.text())}`;
    };
    expect(await refused({ code_challenge: '' })).toContain('invalid_request');
    expect(await refused({ code_challenge_method: 'plain' })).toContain('invalid_request');
    expect(await refused({ client_id: 'another' })).toContain('400');
    expect(await refused({ redirect_uri: 'https://evil.example/' })).toContain('400');
  });
});

test('a server that moves to another port keeps its members, and the tokens that were printed', async () => {
  const program = await server.token('--site', 'demo', '--role', 'admin');
  const before = server.url;
  await server.stop();
  await server.start();
  expect(server.url).not.toBe(before);
  expect((await admin('me', program)).status).toBe(200);
  page = await openPage(server.url);
  const { access_token: token } = await page.signIn({ person: 'claire' });
  expect((await admin('me', token)).json.member.role).toBe('admin');
});

test('programs’ tokens are made beside the server, several at once, each with its role', async () => {
  const asked = [
    ['--role', 'moderator'],
    ['--scope', 'comments:moderate'],
    ['--scope', 'comments:admin'],
    ['--role', 'moderator', '--sub', 'archive'],
  ];
  const tokens = await Promise.all(asked.map((options) => server.token('--site', 'demo', ...options)));
  const members = await Promise.all(tokens.map(async (token) => (await admin('me', token)).json.member));
  expect(members.map(({ name, role }) => [name, role])).toEqual([
    ['local-moderator', 'moderator'],
    ['local-moderator', 'moderator'],
    ['local-admin', 'admin'],
    ['archive', 'moderator'],
  ]);
});
