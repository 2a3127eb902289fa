import { expect, test } from '@jest/globals';
import { exchange, plain, withGateway } from './with-gateway.ts';

const gateway = withGateway();

/** What a client gets when a function gives back a value. */
const answerOf = async (result: unknown) =>
  fetch(`${gateway.url}/answer`, { method: 'POST', body: JSON.stringify(result) });

test.each([[{ a: 1 }], ['text'], [null], [[1, 2]], [12]])(
  'a result without a status is the JSON body of a 200: %j',
  async (result) => {
    const answer = await answerOf(result);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.text()).toBe(typeof result === 'string' ? result : JSON.stringify(result));
  },
);

test('a result with a status is the reply, its headers in lower case, plain text unless said otherwise', async () => {
  const answer = await answerOf({ statusCode: 418, headers: { 'X-Number': 7, 'X-Yes': true }, body: 'é' });
  expect(answer.status).toBe(418);
  expect(answer.headers.get('x-number')).toBe('7');
  expect(answer.headers.get('x-yes')).toBe('true');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('apigw-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await answer.text()).toBe('é');
});

test('headers of the connection are the gateway’s own, and what is null is left out', async () => {
  const headers = {
    'Transfer-Encoding': 'chunked',
    'Content-Length': '3',
    Connection: 'close',
    'X-Null': null,
  };
  const answer = await answerOf({ statusCode: '200', headers, cookies: null, body: 'longer' });
  expect([answer.status, await answer.text()]).toEqual([200, 'longer']);
  expect(answer.headers.get('x-null')).toBeNull();
  const empty = await answerOf({ statusCode: 200, headers: null, body: null });
  expect([empty.status, await empty.text()]).toEqual([200, '']);
});

test('each cookie is a header of its own', async () => {
  const answer = await answerOf({ statusCode: 200, cookies: ['a=1; Path=/', 'b=2'] });
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
});

test('a base64 body is sent as bytes', async () => {
  const bytes = Buffer.from([0, 255, 1]);
  const answer = await answerOf({ statusCode: 200, isBase64Encoded: true, body: bytes.toString('base64') });
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

test.each([204, 304])('a %i has neither body nor type', async (statusCode) => {
  const answer = await answerOf({ statusCode, headers: { etag: '"1"' } });
  expect(answer.status).toBe(statusCode);
  expect(answer.headers.get('content-type')).toBeNull();
  expect(answer.headers.get('etag')).toBe('"1"');
});

test.each([
  [{ statusCode: 'abc' }],
  [{ statusCode: 99 }],
  [{ statusCode: 200, body: { not: 'text' } }],
  [{ statusCode: 200, headers: { location: '/a\r\nSet-Cookie: a=b' } }],
  [{ statusCode: 200, headers: { 'bad name': 'x' } }],
])('a reply that cannot be sent is a 500: %j', async (result) => {
  const answer = await answerOf(result);
  expect(answer.status).toBe(500);
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
});

test('an answer to HEAD has the length of its body and no body', async () => {
  const answer = await exchange(gateway.port, plain('HEAD /any/thing'));
  expect(answer).toMatch(/content-length: [1-9]/);
  expect(answer.endsWith('\r\n\r\n')).toBe(true);
});
