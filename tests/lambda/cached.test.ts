import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cache } from '../../src/api/readers/list-comments.ts';
import { cached } from '../../src/lambda/cached.ts';
import { type HttpEvent, json, page } from '../../src/lambda/http.ts';
import { ask } from '../journeys/call-gateway.ts';
import { decide, list } from '../journeys/requests.ts';
import { withBackend } from '../journeys/with-backend.ts';
import { anId, aStored } from '../storage/with-store.ts';

const backend = withBackend();
const asked = (known?: string) =>
  ({ headers: known === undefined ? {} : { 'if-none-match': known } }) as never as HttpEvent;
const etagOf = (reply: { headers?: object | undefined }) =>
  String((reply.headers as Record<string, unknown>).etag);

test('a strong tag stands for the very bytes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const [a, b] = [one, other].map((text) => etagOf(cached(asked(), page(200, text), cache)));
      expect(a).toMatch(/^"[\w-]{22}"$/);
      expect(a === b).toBe(one === other);
    }),
  );
});

test('who has it already gets a 304 without a body, and everything else that was said', () => {
  const reply = json<{ a: number }>(200, { a: 1 }, { link: '<x>; rel="next"' });
  const etag = etagOf(cached(asked(), reply, cache));
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, `"x" , W/${etag} , "y"`, '*', ` ${etag} `])
    expect([known, cached(asked(known), reply, cache)]).toMatchObject([
      known,
      {
        statusCode: 304,
        body: '',
        headers: { etag, link: '<x>; rel="next"', 'cache-control': expect.stringMatching(/^public/) },
      },
    ]);
  for (const known of ['', '"x"', etag.slice(1, -1), etag.slice(0, -1), `${etag}x`, `"${etag}"`, 'W/"x"'])
    expect([known, cached(asked(known), reply, cache)]).toMatchObject([
      known,
      { statusCode: 200, body: '{"a":1}' },
    ]);
});

test('pages, counts and the API’s document are cached, each for its time; a page changes its tag when it changes', async () => {
  const params = { site: 'demo' };
  const lists = [
    () => list('gare'),
    () => ask('render-comments', { params, article: 'gare' }),
    () => ask('count-comments', { params, query: 'article=gare' }),
    () => ask('describe-api'),
  ];
  const ages = [10, 10, 60, 3_600];
  for (const [at, listing] of lists.entries()) {
    const answer = await listing();
    expect(answer.headers['cache-control']).toMatch(
      new RegExp(`^public, max-age=0, s-maxage=${ages[at]}, stale-while-`),
    );
    expect(answer.cookies).toBeUndefined();
    expect(etagOf(await listing())).toBe(etagOf(answer));
  }
  const before = etagOf(await list('gare'));
  await backend.store.add(aStored({ article: 'gare', id: anId(1), expiresAt: Date.now() + 60_000 }));
  expect((await list('gare', { headers: { 'if-none-match': before } })).statusCode).toBe(304);
  await decide('gare', anId(1), 'approve');
  const after = await list('gare', { headers: { 'if-none-match': before } });
  expect([after.statusCode, after.json().comments.length]).toEqual([200, 1]);
  expect(etagOf(after)).not.toBe(before);
});

test('nothing that is somebody’s own is cached, and no error is', async () => {
  const params = { site: 'demo' };
  const answers = [
    await ask('open-form', { params }),
    await ask('show-receipt', { params: { receipt: 'x' } }),
    await ask('list-queues', { params }),
    await list('gare', { query: 'limit=0' }),
    await ask('check-health'),
  ];
  for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store');
});

test('HEAD is GET without its body, on every address that reads', async () => {
  const params = { site: 'demo' };
  const asks: readonly (readonly [string, object])[] = [
    ['list-comments', { params, article: 'gare' }],
    ['render-comments', { params, article: 'gare' }],
    ['count-comments', { params, query: 'article=gare' }],
    ['open-form', { params, article: 'gare' }],
    ['check-health', {}],
    ['describe-api', {}],
    ['serve-style', {}],
  ];
  for (const [name, asked] of asks) {
    const [get, head] = [await ask(name, asked), await ask(name, { ...asked, method: 'HEAD' })];
    expect([name, head.statusCode, head.body]).toEqual([name, 200, '']);
    expect(head.headers.etag).toBe(get.headers.etag);
  }
});
