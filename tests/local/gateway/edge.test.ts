import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createEdge, type Edge } from '../../../local/edge/edge.ts';
import { routesOf } from '../../../local/gateway/routes.ts';
import { readStack } from '../../../local/stack.ts';
import { withGateway } from './with-gateway.ts';

// The gateway and its edge over real HTTP, on the real routes; their functions say what they were asked.

const PATH = '/v1/sites/demo/comments?article=gare';
const TEXT = 'Où est la gare ? '.repeat(100);
let clockMs = 0;
let calls: APIGatewayProxyEventV2[] = [];
let status = 200;
let atTheEdge = 0;
let gate: Promise<unknown> = Promise.resolve();

/** Answers a request with its number among the calls, its language and its origin. */
const invoke = async (_name: string, payload: unknown) => {
  const event = payload as APIGatewayProxyEventV2;
  const { origin, 'accept-language': language = 'none' } = event.headers;
  const body = `${calls.push(event)} ${language} ${TEXT}`;
  const headers = {
    'cache-control': status === 200 ? 's-maxage=10, stale-while-revalidate=60' : 'no-store',
    'content-type': 'text/html; charset=utf-8',
    etag: `"${calls.length}"`,
    vary: 'Accept-Language, Origin',
    ...(origin ? { 'access-control-allow-origin': origin } : {}),
  };
  const answer = { statusCode: status, headers, body };
  await gate;
  return answer;
};
const answer = createEdge({ now: () => clockMs });
const edge: Edge = (event, ask) => {
  atTheEdge += 1;
  return answer(event, ask);
};
const page = async ({ url = '' }: IncomingMessage) =>
  url === '/page' ? { status: 200, headers: { 'content-type': 'text/html' }, body: TEXT } : undefined;
const routes = routesOf(readStack());
const gateway = withGateway({}, { routes, invoke, page, edge });
const bare = withGateway({}, { routes, invoke, page });

beforeEach(() => {
  // Whatever an earlier test left in the cache is over.
  clockMs += 1_000_000;
  calls = [];
  status = 200;
  gate = Promise.resolve();
});

type Sent = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
/** By node:http's own client, which adds no headers and undoes no encoding. */
const send = async ({ method = 'GET', path = PATH, headers = {} }: Sent = {}, { url } = gateway) => {
  const request = httpRequest(`${url}${path}`, { method, headers }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const [number] = String(body).split(' ');
  return { status: response.statusCode, headers: response.headers, body, number };
};

test('fifty that miss the same answer at once wait for one call, whatever they add to the address', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  atTheEdge = 0;
  const answers = Array.from({ length: 50 }, (_, at) => send({ path: `${PATH}&x=${at}` }));
  while (atTheEdge < 50) await new Promise(setImmediate);
  resolve();
  for (const { number, headers } of await Promise.all(answers))
    expect([number, headers['x-cache']]).toEqual(['1', 'miss']);
  expect(calls).toHaveLength(1);
});

test('a hit says so and how old it is, a stale one too, until its time is over', async () => {
  const seen = [];
  for (const seconds of [0, 4, 6, 1, 100]) {
    clockMs += 1000 * seconds;
    const { number, headers } = await send();
    seen.push([number, headers['x-cache'], headers.age]);
    await new Promise(setImmediate);
  }
  expect(seen).toEqual([
    ['1', 'miss', undefined],
    ['1', 'hit', '4'],
    ['1', 'hit', '10'],
    ['2', 'hit', '1'],
    ['3', 'miss', undefined],
  ]);
});

test('a refresh that fails leaves the stale answer, and an error is never stored', async () => {
  await send();
  status = 500;
  clockMs += 69_000;
  for (const _ of [1, 2]) expect(await send()).toMatchObject({ status: 200, number: '1' });
  clockMs += 1_000;
  for (const _ of [1, 2]) {
    const { status: answered, headers } = await send();
    expect([answered, headers['x-cache'], headers['cache-control']]).toEqual([500, undefined, 'no-store']);
  }
});

test('no origin gets the headers of another', async () => {
  const origins = ['https://www.example.fr', 'https://www.example.org', undefined];
  for (const pass of ['miss', 'hit'])
    for (const origin of origins) {
      const { headers } = await send(origin ? { headers: { origin } } : {});
      expect([headers['x-cache'], headers['access-control-allow-origin']]).toEqual([pass, origin]);
    }
});

test('each reader gets their own language', async () => {
  for (const language of ['fr', 'en', 'fr', 'en']) {
    const { body } = await send({ headers: { 'accept-language': language } });
    expect(String(body)).toContain(` ${language} `);
  }
  expect(calls).toHaveLength(2);
});

test.each([{ authorization: 'Bearer x' }, { cookie: 'a=1' }, { 'cache-control': 'no-store' }])(
  'a request with %j reaches its function, and its answer nobody else',
  async (headers) => {
    await send();
    expect((await send({ headers })).number).toBe('2');
    expect((await send({ headers })).number).toBe('3');
    expect((await send()).number).toBe('1');
  },
);

test('a write reaches its function every time', async () => {
  await send();
  for (const number of ['2', '3']) expect((await send({ method: 'POST' })).number).toBe(number);
});

test('an answer goes out in the coding asked for, each with a tag that is known in every other', async () => {
  const plain = await send();
  expect([String(plain.body), plain.headers.etag]).toEqual([`1 none ${TEXT}`, '"1"']);
  for (const [coding, open] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const { headers, body } = await send({ headers: { 'accept-encoding': coding } });
    expect(String(open(body))).toBe(`1 none ${TEXT}`);
    expect(headers).toMatchObject({
      'content-encoding': coding,
      'content-length': String(body.length),
      etag: 'W/"1"',
      vary: 'Accept-Language, Origin, Accept-Encoding',
      'x-cache': 'hit',
    });
  }
  for (const coding of ['br', 'identity'])
    for (const tag of ['"1"', 'W/"1"', '"0", W/"1"']) {
      const unchanged = await send({ headers: { 'accept-encoding': coding, 'if-none-match': tag } });
      expect([unchanged.status, unchanged.body.length]).toEqual([304, 0]);
      expect(unchanged.headers).not.toHaveProperty('content-encoding');
      expect(unchanged.headers).toMatchObject({ 'x-cache': 'hit', etag: expect.stringContaining('"1"') });
    }
  expect(calls).toHaveLength(1);
});

test('HEAD has the headers of GET and no body, and fills the cache for it', async () => {
  for (const coding of ['identity', 'gzip']) {
    const headers = { 'accept-encoding': coding };
    clockMs += 1_000_000;
    await send({ method: 'HEAD', headers });
    const head = await send({ method: 'HEAD', headers });
    const full = await send({ headers });
    expect([head.status, head.body.length, head.headers]).toEqual([200, 0, full.headers]);
    expect(Number(head.headers['content-length'])).toBe(full.body.length);
  }
  expect(calls.map(({ requestContext }) => requestContext.http.method)).toEqual(['GET', 'GET']);
});

test('HEAD on a route that has none is refused as before, whatever is stored', async () => {
  const path = PATH.replace('/comments?', '/nothing?');
  await send({ path });
  status = 405;
  expect(await send({ path, method: 'HEAD' })).toMatchObject({ status: 405 });
  expect(calls.at(-1)?.routeKey).toBe('$default');
});

test('a page of the server’s own is compressed and not stored', async () => {
  const { headers, body } = await send({ path: '/page', headers: { 'accept-encoding': 'br' } });
  expect([String(brotliDecompressSync(body)), headers['x-cache']]).toEqual([TEXT, undefined]);
});

test('each answer has the id of the call that made it', async () => {
  const first = await send();
  const ids = [first, await send()].map(({ headers }) => headers['apigw-requestid']);
  expect(ids).toEqual([calls[0]?.requestContext.requestId, ids[0]]);
});

test('without an edge every request reaches its function, and nothing is compressed', async () => {
  for (const number of ['1', '2']) {
    const { headers, ...answered } = await send({ headers: { 'accept-encoding': 'br' } }, bare);
    expect(answered.number).toBe(number);
    for (const name of ['x-cache', 'age', 'content-encoding']) expect(headers).not.toHaveProperty(name);
  }
  const { headers } = await send({ path: '/page', headers: { 'accept-encoding': 'br' } }, bare);
  expect(headers).not.toHaveProperty('content-encoding');
});
