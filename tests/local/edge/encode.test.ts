import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { encodeFor } from '../../../local/edge/encode.ts';
import type { Reply } from '../../../local/gateway/reply.ts';

const TEXT = 'Où est la gare ? '.repeat(100);
const reply = (more: Partial<Reply> = {}): Reply => ({
  status: 200,
  body: TEXT,
  ...more,
  headers: { 'content-type': 'text/html; charset=utf-8', etag: '"a"', ...more.headers },
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])(
  'in %s it is the same text, smaller, under a weak tag, and says that encodings differ',
  async (coding, open) => {
    const { headers, body } = await encodeFor(coding, reply());
    expect(String(open(body as Buffer))).toBe(TEXT);
    expect(body.length).toBeLessThan(TEXT.length / 10);
    expect(headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': coding,
      etag: 'W/"a"',
      vary: 'Accept-Encoding',
    });
  },
);

test('as it is it keeps its strong tag, and says all the same that encodings differ', async () => {
  const plain = reply({ headers: { vary: 'Origin' } });
  expect(await encodeFor(undefined, plain)).toEqual(reply({ headers: { vary: 'Origin, Accept-Encoding' } }));
});

test.each(['Accept-Encoding', 'Origin, accept-encoding', '*'])('Vary: %s says it already', async (vary) => {
  expect((await encodeFor('gzip', reply({ headers: { vary } }))).headers.vary).toBe(vary);
});

test.each([
  'application/json; charset=utf-8',
  'application/problem+json',
  'application/atom+xml',
  'application/feed+json',
  'application/javascript',
  'text/css',
  'image/svg+xml',
])('%s is text and compressed', async (type) => {
  const { headers } = await encodeFor('gzip', reply({ headers: { 'content-type': type } }));
  expect(headers['content-encoding']).toBe('gzip');
});

test.each<[string, Partial<Reply>]>([
  ['no text', { headers: { 'content-type': 'image/png' } }],
  ['an open stream of events', { headers: { 'content-type': 'text/event-stream' } }],
  ['too small to gain', { body: 'é'.repeat(499) }],
  ['compressed already', { headers: { 'content-encoding': 'gzip' } }],
  ['not to be transformed', { headers: { 'cache-control': 'public, no-transform' } }],
  ['empty', { body: '', status: 204 }],
])('an answer that is %s stays as it is', async (_is, more) => {
  expect(await encodeFor('br, gzip', reply(more))).toEqual(reply(more));
});

test('who refuses what is not compressed gets it compressed, however small and of whatever type', async () => {
  const { headers, body } = await encodeFor(
    'gzip, identity;q=0',
    reply({ body: 'abc', headers: { 'content-type': 'image/png' } }),
  );
  expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'Accept-Encoding']);
  expect(String(gunzipSync(body as Buffer))).toBe('abc');
});

test('an error is compressed like any text', async () => {
  const { status, headers } = await encodeFor('br', reply({ status: 422 }));
  expect([status, headers['content-encoding']]).toEqual([422, 'br']);
});

test('a 304 has the tag of what its client would have got', async () => {
  const unchanged = reply({ status: 304, body: '' });
  const tags = [undefined, 'gzip'].map(async (accept) => (await encodeFor(accept, unchanged)).headers);
  expect(await Promise.all(tags)).toMatchObject([
    { etag: '"a"', vary: 'Accept-Encoding' },
    { etag: 'W/"a"', vary: 'Accept-Encoding' },
  ]);
});
