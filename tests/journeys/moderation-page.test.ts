import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { ask } from './call-gateway.ts';
import { withBackend } from './with-backend.ts';

withBackend();

const asset = (file: string, headers: Record<string, string> = {}) =>
  ask('serve-asset', { params: { file }, headers });

test('the moderators’ page runs its own files only, and lets no text become markup', async () => {
  const { statusCode, headers, body } = await ask('serve-moderation');
  expect(statusCode).toBe(200);
  const policy = headers['content-security-policy'];
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe');
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toContain('src="../assets/moderation-1a.js"');
  expect(body).toContain('href="../assets/moderation-2b.css"');
  expect(body).not.toMatch(/<style|<script>|style="| on\w+="/);
});

test.each([
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr', 'Cette page a besoin de JavaScript.'],
  ['en-GB', 'en', 'This page needs JavaScript.'],
  ['de', 'en', 'This page needs JavaScript.'],
])('the moderators’ page speaks the language of its reader: %s', async (accept, language, sentence) => {
  const { body } = await ask('serve-moderation', { headers: { 'accept-language': accept } });
  expect(body).toContain(`<html lang="${language}">`);
  expect(body).toContain(sentence);
});

test.each([
  ['br', true],
  ['gzip, deflate, br;q=0.9', true],
  ['BR', true],
  ['gzip', false],
  ['br;q=0, gzip', false],
  ['brotli', false],
  ['', false],
])(
  'a file of the page may be kept for ever, and comes compressed to who takes that: "%s"',
  async (accept, isCompressed) => {
    const answer: any = await asset('moderation-1a.js', { 'accept-encoding': accept });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(answer.headers['content-encoding']).toBe(isCompressed ? 'br' : undefined);
    const text = isCompressed
      ? brotliDecompressSync(Buffer.from(answer.body, 'base64')).toString()
      : answer.body;
    expect(text).toBe('let a');
  },
);

test('the page is found without the last slash of its address, with what that says', async () => {
  const leadsTo = async (asked: object) => {
    const { statusCode, headers } = await ask('refuse-route', { path: '/moderation', ...asked });
    return [statusCode, headers.location];
  };
  expect(await leadsTo({ method: 'GET' })).toEqual([303, '/moderation/']);
  expect(await leadsTo({ method: 'HEAD' })).toEqual([303, '/moderation/']);
  expect(await leadsTo({ method: 'GET', query: 'site=demo&lang=en' })).toEqual([
    303,
    '/moderation/?site=demo&lang=en',
  ]);
  expect(await leadsTo({ method: 'POST' })).toEqual([404, undefined]);
});

test.each(['moderation-9.js', 'constructor', '__proto__', '../package.json', ''])(
  'no other file is served: "%s"',
  async (file) => {
    const { statusCode, headers } = await asset(file);
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
  },
);

test('a browser that opens a file that is none gets a page, and a script of a page a problem', async () => {
  const opened = await asset('x.js', { accept: 'text/html,*/*;q=0.8' });
  expect([opened.statusCode, opened.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  const loaded = await asset('x.js', { accept: '*/*' });
  expect([loaded.statusCode, loaded.headers['content-type']]).toEqual([404, 'application/problem+json']);
});
