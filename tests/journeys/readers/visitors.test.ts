import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { HOUR_S, stopClock } from '../../clock.ts';
import { NOW } from '../../storage/with-store.ts';
import type { Ask } from '../call-gateway.ts';
import { asModerator, list, submit, submitForm } from '../requests.ts';
import { BASE_URL, noFlood, ORIGIN, withBackend } from '../with-backend.ts';

/** One comment of a network in ten minutes and nothing else. */
const policy = readPolicy({ flood: { ...noFlood.flood, networkPer10Min: 1 } });
const backend = withBackend({
  policy,
  settings: { TRUSTED_PROXIES: '203.0.113.0/24, 2001:db8:ffff::/48' },
  table: 'of-test',
});
const clock = stopClock(NOW);
beforeEach(() => clock.pass(HOUR_S));
afterAll(() => clock.restart());
const PROXY = '203.0.113.7';

let texts = 0;
const post = async (asked: Ask) => {
  texts += 1;
  const text = `Message numéro ${texts}, sans autre rapport avec le précédent.`;
  return (await submit('gare', { author: 'Camille', text }, asked)).statusCode;
};
const from = (ip: string, forwarded?: string): Ask => ({
  ip,
  ...(forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }),
});
const rings = async () => (await backend.dump()).filter(({ pk }) => pk?.S?.startsWith('~V#')).length;

test('a stranger is known by their own address, whatever their headers say', async () => {
  const before = await rings();
  expect(await post(from('192.0.2.10'))).toBe(202);
  for (let n = 1; n < 40; n += 1) {
    const other = `198.51.100.${n}`;
    const forged = [
      'x-forwarded-for',
      'x-real-ip',
      'forwarded',
      'cf-connecting-ip',
      'true-client-ip',
      'client-ip',
    ];
    const headers = Object.fromEntries(
      forged.map((name) => [name, name === 'forwarded' ? `for=${other}` : other]),
    );
    expect(await post({ ip: '192.0.2.10', headers })).toBe(429);
  }
  expect(await rings()).toBe(before + 1);
});

test('behind a trusted proxy the right-most hop that nobody trusts is the visitor', async () => {
  expect(await post(from(PROXY, `9.9.9.9, 192.0.2.20, ${PROXY}`))).toBe(202);
  expect(await post(from(PROXY, `8.8.8.8, 192.0.2.20, ${PROXY}`))).toBe(429);
  expect(await post(from(PROXY, '9.9.9.9, 192.0.2.21'))).toBe(202);
  expect(await post(from(PROXY, `192.0.2.22, 203.0.113.9, ${PROXY}`))).toBe(202);
  // The same header from a stranger is only a stranger's.
  expect(await post(from('192.0.2.22', '192.0.2.99'))).toBe(429);
  expect(await post(from('192.0.2.23', '192.0.2.20'))).toBe(202);
});

test('a network counts once: an IPv6 /64, and IPv4 however it is written', async () => {
  expect(await post(from('2001:db8:1:2::1'))).toBe(202);
  for (let n = 2; n < 30; n += 1) expect(await post(from(`2001:db8:1:2:${n.toString(16)}::${n}`))).toBe(429);
  expect(await post(from('2001:db8:1:3::1'))).toBe(202);
  expect(await post(from('192.0.2.30'))).toBe(202);
  expect(await post(from('::ffff:192.0.2.30'))).toBe(429);
  expect(await post(from('::ffff:c000:21e'))).toBe(429);
});

test('one site’s visitor is another site’s stranger', async () => {
  expect(await post(from('192.0.2.40'))).toBe(202);
  expect(await post({ ...from('192.0.2.40'), params: { site: 'autre' }, article: 'gare' })).toBe(202);
});

test('no address is kept anywhere', async () => {
  const forged = { 'x-real-ip': '198.51.100.1', forwarded: 'for=198.51.100.2' };
  const visits = [
    { ip: '192.0.2.10', headers: forged },
    from(PROXY, `9.9.9.9, 192.0.2.20, ${PROXY}`),
    from('2001:db8:1:2::1'),
    from('::ffff:c000:21e'),
  ];
  for (const visit of visits) expect([await post(visit), await post(visit)]).toEqual([202, 429]);
  const all = JSON.stringify(await backend.dump());
  for (const address of ['192.0.2.', '198.51.100', PROXY, '2001:db8', '9.9.9.9', 'c000:21e'])
    expect(all).not.toContain(address);
  expect(all).toMatch(/"network":\{"S":"\d{4}:[\w-]{22}"\}/);
});

test('Host and its likes name nothing: every address is built from the configured one', async () => {
  const evil = 'evil.example';
  const headers = {
    host: evil,
    'x-forwarded-host': evil,
    'x-forwarded-proto': 'gopher',
    forwarded: `host=${evil}`,
  };
  const draft = {
    author: 'Camille',
    text: 'Un dernier mot avant le départ du train.',
    link: `${ORIGIN}/hote`,
  };
  const asked = { ip: '192.0.2.50', headers };
  const answer = await submit('hote', draft, asked);
  const form = await submitForm('hote', { ...draft, text: 'Et un autre.' }, { ...asked, ip: '192.0.2.51' });
  const queue = await asModerator('list-queue', { params: { queue: 'pending' }, headers, query: 'limit=1' });
  const page = await list('hote', { headers });
  for (const { body, headers: sent } of [answer, form, queue, page])
    expect(`${body} ${JSON.stringify(sent)}`).not.toMatch(/evil|gopher/);
  expect(answer.json().links.receipt).toMatch(new RegExp(`^${BASE_URL}/r/`));
  expect(form.headers.location).toMatch(new RegExp(`^${BASE_URL}/r/`));
});

test('a method that hides in a header is not one', async () => {
  await post(from('192.0.2.60'));
  const before = await backend.kept();
  const headers = { 'x-http-method-override': 'DELETE', 'x-http-method': 'PUT', 'x-method-override': 'POST' };
  expect((await list('gare', { headers })).statusCode).toBe(200);
  expect(await backend.kept()).toEqual(before);
});
