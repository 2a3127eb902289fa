import { expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { exchange, plain, withGateway } from './with-gateway.ts';

const gateway = withGateway();

/** The event a request becomes. */
const eventOf = async (bytes: string | Buffer): Promise<APIGatewayProxyEventV2> => {
  const answer = await exchange(gateway.port, bytes);
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
};
const post = (body: string | Buffer, ...headers: readonly string[]) =>
  Buffer.concat([
    Buffer.from(plain('POST /echo', `Content-Length: ${Buffer.byteLength(body)}`, ...headers)),
    Buffer.from(body),
  ]);

test('a request becomes an event of payload format 2.0, whole', async () => {
  const event = await eventOf(
    plain(
      'GET /echo/le%20journal/articles/caf%C3%A9%20cr%C3%A8me?b=2&a=1&b=3,4&c=%20d',
      'User-Agent: curl/8',
      'X-One: 1',
      'x-one: 2',
      'Cookie: a=1; b=2',
    ),
  );
  expect(event).toEqual({
    version: '2.0',
    routeKey: 'GET /echo/{site}/articles/{article}',
    rawPath: '/echo/le journal/articles/café crème',
    rawQueryString: 'b=2&a=1&b=3,4&c=%20d',
    cookies: ['a=1', 'b=2'],
    headers: {
      connection: 'close',
      'content-length': '0',
      host: 'localhost',
      'user-agent': 'curl/8',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-port': String(gateway.port),
      'x-forwarded-proto': 'http',
      'x-one': '1,2',
    },
    queryStringParameters: { a: '1', b: '2,3,4', c: ' d' },
    pathParameters: { site: 'le journal', article: 'café crème' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: 'GET',
        path: '/echo/le journal/articles/café crème',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'curl/8',
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      routeKey: 'GET /echo/{site}/articles/{article}',
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
    isBase64Encoded: false,
  });
});

test('without query, cookies, body or parameters the event has none of their fields', async () => {
  const event = await eventOf(plain('POST /echo', 'Content-Length: 0'));
  for (const field of ['queryStringParameters', 'cookies', 'body', 'pathParameters', 'stageVariables'])
    expect(event).not.toHaveProperty(field);
  expect(event.rawQueryString).toBe('');
  expect(event.isBase64Encoded).toBe(false);
});

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'Application/Problem+JSON',
  'text/plain',
  'application/xml',
])('a body of type %s comes as text', async (type) => {
  const event = await eventOf(post('{"é":"☕"}', `Content-Type: ${type}`));
  expect(event).toMatchObject({ body: '{"é":"☕"}', isBase64Encoded: false });
});

test.each([
  'application/octet-stream',
  'image/png',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-8',
  'application/json-evil',
])('a body of type %s comes in base64, byte for byte', async (type) => {
  const bytes = Buffer.from([0, 255, 0xc3, 0x28, 13, 10]);
  const event = await eventOf(post(bytes, `Content-Type: ${type}`));
  expect(event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
});

test('a form of plain letters comes in base64 as well', async () => {
  const event = await eventOf(post('author=Ana&text=Oui', 'Content-Type: application/x-www-form-urlencoded'));
  expect(event).toMatchObject({ body: 'YXV0aG9yPUFuYSZ0ZXh0PU91aQ==', isBase64Encoded: true });
});

// What an HTTP API was seen to do. Source: events captured on AWS in aws-lambda-fastify's issue 169.
test.each([
  ['/any/a%2Fb', { rawPath: '/any/a/b', pathParameters: { rest: 'a/b' } }],
  ['/any/caf%C3%A9', { rawPath: '/any/café', pathParameters: { rest: 'café' } }],
  ['/any/a%20b?c=%20d', { rawPath: '/any/a b', rawQueryString: 'c=%20d', pathParameters: { rest: 'a b' } }],
  ['/any/a%3Fb?c=d', { rawPath: '/any/a', rawQueryString: 'c=d', pathParameters: { rest: 'a' } }],
  ['/any/100%2525', { rawPath: '/any/100%25', pathParameters: { rest: '100%25' } }],
  ['/%61ny/a', { rawPath: '/any/a', routeKey: 'ANY /any/{rest+}' }],
])('the path %s is decoded before it is routed', async (path, expected) => {
  const event = await eventOf(plain(`GET ${path}`));
  expect(event).toMatchObject(expected);
  expect(event.requestContext.http.path).toBe(event.rawPath);
});

test('an encoded slash parts a segment in two, so that an address in a path leads nowhere', async () => {
  expect(await exchange(gateway.port, plain('GET /echo/demo/articles/a%2Fb'))).toMatch(/^HTTP\/1.1 404 /);
});

test('a body that says text and is no UTF-8 comes in base64, so that nothing is lost', async () => {
  const event = await eventOf(post(Buffer.from([0xc3, 0x28]), 'Content-Type: application/json'));
  expect(event).toMatchObject({ body: 'wyg=', isBase64Encoded: true });
});

test('a chunked body comes whole', async () => {
  const event = await eventOf(
    `${plain('POST /echo', 'Content-Type: text/plain', 'Transfer-Encoding: chunked')}3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n`,
  );
  expect(event.body).toBe('abcde');
});

test('the peer is appended to whatever X-Forwarded-For says, and alone is the source', async () => {
  const event = await eventOf(
    plain('POST /echo', 'X-Forwarded-For: 192.0.2.1', 'X-Forwarded-For: 192.0.2.2'),
  );
  expect(event.headers['x-forwarded-for']).toBe('192.0.2.1,192.0.2.2, 127.0.0.1');
  expect(event.requestContext.http.sourceIp).toBe('127.0.0.1');
});

test('a header named __proto__ is a header', async () => {
  const event = await eventOf(plain('POST /echo', '__proto__: x'));
  expect(Object.entries(event.headers)).toContainEqual(['__proto__', 'x']);
});

test('a question mark in the query stays in the query', async () => {
  expect((await eventOf(plain('POST /echo?a=b?c'))).rawQueryString).toBe('a=b?c');
});
