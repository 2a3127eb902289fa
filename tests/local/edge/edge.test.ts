import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { CacheLimits } from '../../../local/edge/cache.ts';
import { createEdge } from '../../../local/edge/edge.ts';
import type { Reply } from '../../../local/gateway/reply.ts';
import { eventOf, type Sent } from './events.ts';

const FOR_CACHES = 'public, max-age=0, s-maxage=10, stale-while-revalidate=60';
const page = (body: string, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  headers: { 'cache-control': FOR_CACHES, 'content-type': 'text/html', etag: `"${body.length}"`, ...headers },
  body,
});
const failure: Reply = { status: 503, headers: { 'cache-control': 'no-store' }, body: 'down' };

/** An edge whose clock and function obey the test. The n-th call is answered with page n, unless a test says otherwise. */
const withEdge = (limits?: CacheLimits) => {
  const state = { s: 1_000, reply: undefined as Reply | undefined };
  const calls: APIGatewayProxyEventV2[] = [];
  let gate: Promise<unknown> = Promise.resolve();
  const edge = createEdge({ now: () => 1000 * state.s, ...(limits ? { limits } : {}) });
  const ask = async (event: APIGatewayProxyEventV2) => {
    calls.push(event);
    const answer = state.reply ?? page(`page ${calls.length}`);
    await gate;
    return answer;
  };
  return {
    calls,
    request: (sent?: Sent) => edge(eventOf(sent), ask),
    get: async (sent?: Sent) => {
      const { status, headers, body } = await edge(eventOf(sent), ask);
      return { status, headers, text: String(body), cache: headers['x-cache'], age: headers.age };
    },
    after: (seconds: number) => {
      state.s += seconds;
    },
    answerWith: (reply: Reply | undefined) => {
      state.reply = reply;
    },
    /** Holds all calls until it is let go. */
    hold: () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      gate = promise;
      return { letGo: resolve, fail: () => reject(new Error('The thread ended.')) };
    },
  };
};
/** Lets what was started in the background go as far as it can. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the first request is a miss, and all others for s-maxage are hits of one age', async () => {
  const { get, after, calls } = withEdge();
  expect(await get()).toMatchObject({ text: 'page 1', cache: 'miss', age: undefined });
  expect(await get()).toMatchObject({ text: 'page 1', cache: 'hit', age: '0' });
  after(9.9);
  expect(await get()).toMatchObject({ text: 'page 1', cache: 'hit', age: '9' });
  expect(calls).toHaveLength(1);
});

test('a hit has the date of its answer', async () => {
  const { get, after } = withEdge();
  await get();
  after(5);
  expect((await get()).headers.date).toBe(new Date(1_000_000).toUTCString());
});

test('a stale answer is served at once, and refreshed once', async () => {
  const { get, after, hold, calls } = withEdge();
  await get();
  after(10);
  const call = hold();
  for (let count = 0; count < 5; count += 1)
    expect(await get()).toMatchObject({ text: 'page 1', cache: 'hit', age: '10' });
  expect(calls).toHaveLength(2);
  call.letGo();
  await settled();
  expect(await get()).toMatchObject({ text: 'page 2', cache: 'hit', age: '0' });
  expect(calls).toHaveLength(2);
});

test('after s-maxage and stale-while-revalidate nothing of it is served', async () => {
  const { get, after } = withEdge();
  await get();
  after(70);
  expect(await get()).toMatchObject({ text: 'page 2', cache: 'miss' });
});

test('an answer is as old as the question: what is decided while a function works is seen in time', async () => {
  const { get, after, hold } = withEdge();
  const call = hold();
  const first = get();
  after(4);
  call.letGo();
  await first;
  expect(await get()).toMatchObject({ age: '4' });
  after(66);
  expect(await get()).toMatchObject({ text: 'page 2', cache: 'miss' });
});

test('fifty that miss the same answer at once wait for one call', async () => {
  const { get, after, hold, calls } = withEdge();
  const call = hold();
  const waiting = Array.from({ length: 50 }, () => get());
  after(2);
  call.letGo();
  const [first, ...others] = await Promise.all(waiting);
  expect(calls).toHaveLength(1);
  expect(first).toMatchObject({ text: 'page 1', cache: 'miss', age: undefined });
  for (const other of others) expect(other).toMatchObject({ text: 'page 1', cache: 'miss', age: '2' });
});

test.each<[string, Reply]>([
  ['no-store', page('x', { 'cache-control': 'no-store' })],
  ['a cookie', page('x', { 'set-cookie': 'a=1' })],
  ['an error', { ...page('x'), status: 404 }],
  ['no s-maxage', page('x', { 'cache-control': 'max-age=60' })],
  ['Vary: *', page('x', { vary: 'Origin, *' })],
])('an answer with %s is for who asked alone, and says nothing of a cache', async (_with, reply) => {
  const { get, hold, answerWith, calls } = withEdge();
  answerWith(reply);
  const call = hold();
  const waiting = [get(), get(), get()];
  call.letGo();
  for (const answer of await Promise.all(waiting)) {
    expect([answer.status, answer.text]).toEqual([reply.status, 'x']);
    expect([answer.cache, answer.age]).toEqual([undefined, undefined]);
  }
  await get();
  expect(calls).toHaveLength(4);
});

test('a failure answers all who waited for it, and nobody later', async () => {
  const { get, hold, answerWith, calls } = withEdge();
  answerWith(failure);
  const call = hold();
  const waiting = [get(), get(), get()];
  call.letGo();
  for (const answer of await Promise.all(waiting))
    expect(answer).toMatchObject({ status: 503, text: 'down' });
  expect(calls).toHaveLength(1);
  answerWith(undefined);
  expect(await get()).toMatchObject({ text: 'page 2', cache: 'miss' });
});

test('a call that breaks rejects for all who waited, and the next is a new one', async () => {
  const { get, hold } = withEdge();
  const call = hold();
  const waiting = [get(), get()];
  call.fail();
  for (const outcome of await Promise.allSettled(waiting)) expect(outcome.status).toBe('rejected');
  hold().letGo();
  expect(await get()).toMatchObject({ text: 'page 2', cache: 'miss' });
});

test.each<[string, Reply | undefined]>([
  ['a failure', failure],
  ['too many requests', { ...failure, status: 429 }],
  ['nothing at all', undefined],
])('a refresh that comes to %s leaves the stale answer until its time is over', async (_what, reply) => {
  const { get, after, answerWith, hold } = withEdge();
  await get();
  after(10);
  answerWith(reply ?? failure);
  const call = hold();
  await get();
  if (reply) call.letGo();
  else call.fail();
  await settled();
  hold().letGo();
  after(59.9);
  expect(await get()).toMatchObject({ status: 200, text: 'page 1', cache: 'hit', age: '69' });
  await settled();
  after(0.1);
  expect(await get()).toMatchObject({ status: (reply ?? failure).status, text: 'down' });
});

test('a refresh that finds nothing any more, or what is not to be stored, takes the stale answer away', async () => {
  for (const reply of [{ ...failure, status: 404 }, page('own', { 'cache-control': 'no-store' })]) {
    const { get, after, answerWith } = withEdge();
    await get();
    after(10);
    answerWith(reply);
    expect(await get()).toMatchObject({ text: 'page 1' });
    await settled();
    expect((await get()).text).toBe(reply.body);
  }
});

test('no answer goes from one origin to another, or to none', async () => {
  const { get, answerWith } = withEdge();
  const from = (origin: string): Sent => ({ headers: { origin } });
  const [one, other] = ['https://www.example.fr', 'https://www.example.org'];
  answerWith(page('one', { vary: 'Origin', 'access-control-allow-origin': one }));
  await get(from(one));
  answerWith(page('none', { vary: 'Origin' }));
  for (const sent of [from(other), {}]) {
    const answer = await get(sent);
    expect([answer.text, answer.headers['access-control-allow-origin']]).toEqual(['none', undefined]);
  }
  expect((await get(from(one))).headers['access-control-allow-origin']).toBe(one);
});

test('two languages never mix', async () => {
  const { get } = withEdge();
  const [french, english, default_] = ['fr', 'en', 'de'].map((language): Sent => {
    return { headers: { 'accept-language': language } };
  });
  const texts = [];
  for (const sent of [french, english, default_, english, french, default_])
    texts.push((await get(sent)).text);
  expect(texts).toEqual(['page 1', 'page 2', 'page 3', 'page 2', 'page 1', 'page 3']);
});

test('an answer that varies on another header goes only to who sent the same', async () => {
  const { get, hold, answerWith } = withEdge();
  const preferring = (prefer: string): Sent => ({ headers: { prefer } });
  answerWith(page('a', { vary: 'Prefer, Origin' }));
  expect(await get(preferring('a'))).toMatchObject({ text: 'a', cache: 'miss' });
  expect(await get(preferring('a'))).toMatchObject({ text: 'a', cache: 'hit' });
  answerWith(page('b', { vary: 'Prefer, Origin' }));
  const call = hold();
  const waiting = [get(preferring('b')), get(preferring('c'))];
  answerWith(page('c', { vary: 'Prefer, Origin' }));
  call.letGo();
  expect((await Promise.all(waiting)).map(({ text }) => text)).toEqual(['b', 'c']);
});

test.each<[string, Sent]>([
  ['credentials', { headers: { authorization: 'Bearer x' } }],
  ['cookies', { cookies: ['a=1'] }],
  ['no-store', { headers: { 'cache-control': 'no-store' } }],
])('a request with %s is answered anew, and leaves nothing behind', async (_with, sent) => {
  const { get, calls } = withEdge();
  await get();
  expect(await get(sent)).toMatchObject({ text: 'page 2', cache: undefined });
  expect(await get()).toMatchObject({ text: 'page 1', cache: 'hit' });
  expect(calls.at(-1)).toEqual(eventOf(sent));
});

test('a write always passes, and takes nothing stored away', async () => {
  const { get, calls } = withEdge();
  await get();
  await get({ method: 'POST', body: '{}' });
  await get({ method: 'POST', body: '{}' });
  expect(calls.map(({ requestContext }) => requestContext.http.method)).toEqual(['GET', 'POST', 'POST']);
  expect(await get()).toMatchObject({ text: 'page 1', cache: 'hit' });
});

test('random parameters reach the function once', async () => {
  const { get, calls } = withEdge();
  for (let count = 0; count < 100; count += 1) await get({ query: `x=${count}&utm_${count}=a` });
  expect(calls).toHaveLength(1);
});

test('who has the answer gets a 304 with the rest of its headers, fresh, stale, or fetched for them', async () => {
  const { get, after } = withEdge();
  const known: Sent = { headers: { 'if-none-match': '"6"' } };
  expect(await get(known)).toMatchObject({ status: 304, text: '', cache: 'miss' });
  after(11);
  const { status, headers, text } = await get(known);
  expect([status, text]).toEqual([304, '']);
  expect(headers).toEqual({
    age: '11',
    'cache-control': FOR_CACHES,
    date: new Date(1_000_000).toUTCString(),
    etag: '"6"',
    'x-cache': 'hit',
  });
  expect(await get({ headers: { 'if-none-match': '"7"' } })).toMatchObject({ status: 200 });
});

test('GET and HEAD share an answer, whichever comes first', async () => {
  const { get, calls } = withEdge();
  expect(await get({ method: 'HEAD' })).toMatchObject({ text: 'page 1', cache: 'miss' });
  expect(await get()).toMatchObject({ text: 'page 1', cache: 'hit' });
  expect(calls.map(({ requestContext }) => requestContext.http.method)).toEqual(['GET']);
});

const LONG = 'Une longue page. '.repeat(200);
const inCoding = (coding: string, more: Record<string, string> = {}): Sent => ({
  headers: { 'accept-encoding': coding, ...more },
});

test('one call serves all codings, each compressed once, and a tag of any of them is known', async () => {
  const { request, answerWith, calls } = withEdge();
  answerWith(page(LONG, { vary: 'Origin' }));
  const zipped = await request(inCoding('gzip'));
  expect(String(gunzipSync(zipped.body as Buffer))).toBe(LONG);
  expect(zipped.headers).toMatchObject({ etag: `W/"${LONG.length}"`, vary: 'Origin, Accept-Encoding' });
  expect((await request(inCoding('gzip'))).body).toBe(zipped.body);
  const plain = await request();
  expect([String(plain.body), plain.headers.etag]).toEqual([LONG, `"${LONG.length}"`]);
  for (const tag of [zipped.headers.etag, plain.headers.etag])
    for (const coding of ['gzip', 'br', 'identity'])
      expect((await request(inCoding(coding, { 'if-none-match': String(tag) }))).status).toBe(304);
  expect(calls).toHaveLength(1);
});

test('what passes is compressed too', async () => {
  const { request, answerWith } = withEdge();
  answerWith(page(LONG, { 'cache-control': 'no-store' }));
  for (const sent of [inCoding('br'), inCoding('br', { authorization: 'Bearer x' })])
    expect((await request(sent)).headers['content-encoding']).toBe('br');
});

test('with room for two, the article asked for longest ago is asked for again', async () => {
  const { get } = withEdge({ entriesMax: 2, bytesMax: 100_000 });
  const of = (article: string): Sent => ({ parameters: { site: 'demo', article } });
  await get(of('a'));
  await get(of('b'));
  await get(of('a'));
  await get(of('c'));
  expect(await get(of('a'))).toMatchObject({ cache: 'hit' });
  expect(await get(of('b'))).toMatchObject({ cache: 'miss' });
});

test('compressed bytes count: what has become too much leaves', async () => {
  const digits = Array.from({ length: 70 }, (_, at) =>
    createHash('sha256').update(`${at}`).digest('hex'),
  ).join('');
  const { get, answerWith } = withEdge({ entriesMax: 9, bytesMax: digits.length + 1_000 });
  answerWith(page(digits));
  const steps = [{}, {}, inCoding('gzip'), {}];
  const said = [];
  for (const sent of steps) said.push((await get(sent)).cache);
  expect(said).toEqual(['miss', 'hit', 'hit', 'miss']);
});

test('an answer too large to be kept is served all the same', async () => {
  const { get, answerWith } = withEdge({ entriesMax: 9, bytesMax: LONG.length });
  answerWith(page(LONG));
  for (const _ of [1, 2]) expect(await get()).toMatchObject({ text: LONG, cache: 'miss' });
});
