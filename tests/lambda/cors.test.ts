import { expect, test } from '@jest/globals';
import { type Answer, type Ask, ask } from '../journeys/call-gateway.ts';
import { stranger } from '../journeys/people.ts';
import { asModerator, list, submit } from '../journeys/requests.ts';
import { ORIGIN, withBackend } from '../journeys/with-backend.ts';

withBackend();
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const params = { site: 'demo' };

/** Answers of every kind to a page of some origin. */
const answersTo = (origin: string): readonly Promise<Answer>[] => {
  const headers = { origin };
  const preflight: Ask = {
    method: 'OPTIONS',
    params: { site: 'demo', proxy: 'comments' },
    headers,
  };
  return [
    list('gare', { headers }),
    list('gare', { headers, query: 'limit=0' }),
    ask('render-comments', { params, article: 'gare', headers }),
    ask('count-comments', { params, headers, query: 'article=gare' }),
    ask('open-form', { params, article: 'gare', headers }),
    submit('gare', draft, { headers }),
    submit('gare', '{', { headers }),
    submit('gare', 'x'.repeat(70_000), { headers }),
    submit('gare', 'x', { headers: { ...headers, 'content-type': 'text/plain' } }),
    submit('gare', draft, { headers: { ...headers, 'idempotency-key': 'a,b' } }),
    ask('answer-preflight', preflight),
    asModerator('list-queues', { headers }),
    asModerator('list-queues', { headers, claims: stranger }),
  ];
};

test('an allowed origin is echoed and may read everything, errors too', async () => {
  for (const answer of await Promise.all(answersTo(ORIGIN))) {
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(answer.headers.vary).toMatch(/(^|, )Origin$/);
    expect(answer.headers['access-control-expose-headers']).toContain('retry-after');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  }
});

test.each([
  ...[
    'https://evilexample.fr',
    'https://www.example.fr.evil.example',
    'https://www.example.fr:444',
    'null',
    '',
  ],
  ...[
    'http://www.example.fr',
    'https://WWW.EXAMPLE.FR',
    'https://www.example.fr/',
    `https://${'x'.repeat(10_000)}`,
  ],
  ...['https://example.fr', 'https://a.www.example.fr', '*', 'https://www.example.fr, https://evil.example'],
])('the origin %.60s is not echoed, on anything', async (origin) => {
  for (const answer of await Promise.all(answersTo(origin))) {
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers.vary).toMatch(/(^|, )Origin$/);
  }
});

test('a preflight says what may be sent', async () => {
  const answer = await ask('answer-preflight', { method: 'OPTIONS', params, headers: { origin: ORIGIN } });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers['access-control-allow-headers']).toContain('idempotency-key');
  expect(answer.headers['access-control-allow-methods']).toBe('GET, POST, PUT, PATCH, DELETE');
});

test('any page reads that there is no such site', async () => {
  const headers = { origin: 'https://other.example' };
  const asked = { params: { site: 'nowhere' }, headers };
  for (const answer of await Promise.all([
    ask('list-comments', { ...asked, article: 'gare' }),
    ask('open-form', { ...asked, article: 'gare' }),
    ask('count-comments', { ...asked, query: 'article=gare' }),
  ]))
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([404, '*']);
});

test('any page asks for, and reads, that there is no such site or receipt', async () => {
  const headers = { origin: 'https://other.example' };
  const receipt = { route: '/r/{receipt}', params: { receipt: 'forged' }, headers };
  const nowhere = { params: { site: 'nowhere', proxy: 'comments' }, headers };
  for (const answer of [
    await ask('answer-receipt-preflight', { ...receipt, method: 'OPTIONS' }),
    await ask('answer-preflight', { ...nowhere, method: 'OPTIONS' }),
  ]) {
    expect(answer).toMatchObject({
      statusCode: 204,
      headers: { 'access-control-allow-origin': '*', 'access-control-max-age': '0' },
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  }
  for (const [name, method] of [
    ['show-receipt', 'GET'],
    ['revise-comment', 'PATCH'],
  ] as const) {
    const answer = await ask(name, { ...receipt, method });
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([404, '*']);
  }
});

test.each([
  ['/v1/sites/demo/comments', 405],
  ['/r/a-receipt', 405],
  ['/nowhere', 404],
])('any page reads what it did wrong at an address without such a route: %s', async (path, status) => {
  const answer = await ask('refuse-route', {
    method: 'PUT',
    path,
    headers: { origin: 'https://other.example' },
  });
  expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([status, '*']);
});
