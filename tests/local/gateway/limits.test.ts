import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { closed, exchange, openSocket, plain, withGateway } from './with-gateway.ts';

const gateway = withGateway({ bodyBytesMax: 100_000, payloadBytesMax: 60_000 });
const open = (bytes: string) => openSocket(gateway.port, bytes);
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);
const tooLarge = '{"message":"Request Entity Too Large"}';

test('a body that says it is too large is refused before any of it is read', async () => {
  const socket = await open(plain('POST /echo', 'Content-Length: 100001'));
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
  expect(bodyOf(String(answer))).toBe(tooLarge);
  socket.destroy();
});

test('a body that turns out too large is refused and not read to its end', async () => {
  const socket = await open(plain('POST /echo', 'Transfer-Encoding: chunked'));
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  const sending = setInterval(() => socket.write(chunk), 1);
  const [answer] = await once(socket, 'data');
  expect(bodyOf(String(answer))).toBe(tooLarge);
  await closed(socket);
  clearInterval(sending);
});

test('a client that asks first is told no before it sends', async () => {
  const answer = await exchange(
    gateway.port,
    plain('POST /echo', 'Content-Length: 100001', 'Expect: 100-continue'),
  );
  expect(answer).not.toContain('100 Continue');
  expect(bodyOf(answer)).toBe(tooLarge);
});

test('a client that asks first and is within the limit is told to go on', async () => {
  const socket = await open(
    plain('POST /answer', 'Content-Type: application/json', 'Content-Length: 2', 'Expect: 100-continue'),
  );
  const [first] = await once(socket, 'data');
  expect(String(first)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  socket.write('{}');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 200 /);
});

test('a body is measured in bytes, and one at the limit passes', async () => {
  const size = async (body: string) =>
    (await fetch(`${gateway.url}/answer`, { method: 'POST', body })).status;
  expect(await size(JSON.stringify('é'.repeat(10_000)))).toBe(200);
  expect(await size(JSON.stringify('x'.repeat(99_999)))).toBe(413);
});

test('an event too large for a function is refused like a body', async () => {
  const answer = await fetch(`${gateway.url}/answer`, { method: 'POST', body: 'x'.repeat(70_000) });
  expect(answer.status).toBe(413);
});

test('headers of more than 10,240 bytes are refused', async () => {
  const answer = await exchange(gateway.port, plain('GET /open', `X-Long: ${'x'.repeat(10_240)}`));
  expect(answer).toMatch(/^HTTP\/1.1 431 /);
  expect(bodyOf(answer)).toBe('{"message":"Request Header Fields Too Large"}');
  expect(await exchange(gateway.port, plain('POST /echo', `X-Long: ${'x'.repeat(9_000)}`))).toMatch(
    / 200 OK/,
  );
});

test.each([
  ['GET /nowhere', 404, 'Not Found'],
  ['HEAD /open', 404, ''],
  ['POST /open', 404, 'Not Found'],
  ['GET //open', 404, 'Not Found'],
  ['GET /open/', 404, 'Not Found'],
  ['GET /open/..;/', 404, 'Not Found'],
  ['GET /%2e%2e/open', 404, 'Not Found'],
  ['GET /open%00', 404, 'Not Found'],
  ['GET /echo/a/articles/%', 400, 'Bad Request'],
  ['GET /echo/a/articles/%C3%28', 400, 'Bad Request'],
  ['GET /nowhere/%zz', 400, 'Bad Request'],
  ['OPTIONS *', 400, 'Bad Request'],
  ['TRACE /any/thing', 405, 'Method Not Allowed'],
  ['PROPFIND /any/thing', 405, 'Method Not Allowed'],
])('%s is answered %i', async (line, status, message) => {
  const answer = await exchange(gateway.port, plain(line));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(bodyOf(answer)).toBe(message && JSON.stringify({ message }));
});

test.each(['/nowhere?a=b', '', '?a=b'])(
  'a target with its scheme and host, as for a proxy, is asked for like %j',
  async (path) => {
    const [there, here] = await Promise.all(
      [`http://elsewhere.example${path}`, path.startsWith('/') ? path : `/${path}`].map((target) =>
        exchange(gateway.port, plain(`GET ${target}`)),
      ),
    );
    expect(there?.split('\r\n')[0]).toBe(here?.split('\r\n')[0]);
    expect(bodyOf(String(there))).toBe(bodyOf(String(here)));
  },
);

test.each([
  ['a request without a host', 'GET /open HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'Bad Request'],
  ['an expectation', plain('GET /open', 'Expect: foo'), 417, 'Expectation Failed'],
  ['a tunnel', plain('CONNECT a:1'), 405, 'Method Not Allowed'],
])('%s is refused in the gateway’s own words', async (_, bytes, status, message) => {
  const answer = await exchange(gateway.port, bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(bodyOf(answer)).toBe(JSON.stringify({ message }));
});

test.each([
  ['HEAD /nowhere', 'Content-Length: 3', 404],
  ['HEAD /%ff', 'Transfer-Encoding: chunked', 400],
  ['HEAD /guarded', 'Content-Length: 3', 404],
])('%s is answered before its body has come (%s)', async (line, header, status) => {
  expect(await exchange(gateway.port, plain(line, header))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test.each([
  'nonsense\r\n\r\n',
  'GET / HTTP/1.1\r\nbad header\r\n\r\n',
  'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
])('what is no HTTP request is a 400 and the end: %j', async (bytes) => {
  expect(await exchange(gateway.port, bytes)).toMatch(/^HTTP\/1.1 400 Bad Request/);
});
