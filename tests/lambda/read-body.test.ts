import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../src/comment/refusal.ts';
import { KEPT_MAX, typedForm } from '../../src/lambda/forms/typed-form.ts';
import { FORM, type HttpEvent } from '../../src/lambda/http.ts';
import { BODY_MAX, readBody, type WithBody } from '../../src/lambda/middleware/read-body.ts';
import { grapheme } from '../characters.ts';
import { anHttpEvent } from '../journeys/call-gateway.ts';

const read = async (event: object, options = {}) =>
  ((await readBody({ forms: true, ...options })({ event: event as HttpEvent })) as WithBody).input;
const form = (event: object) => typedForm(event as HttpEvent, ['author', 'text', 'email']);
const typed = (event: object) => form(event)?.fields;
const refusalOf = async (event: object, options = {}) => {
  try {
    return await read(event, options);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const plain = (body: string, type = 'application/json') =>
  anHttpEvent({ body, headers: { 'content-type': type } });
const coded = (bytes: Uint8Array, type = 'application/json') =>
  anHttpEvent({ bytes, headers: { 'content-type': type } });
const name = fc
  .string({ unit: grapheme, minLength: 1 })
  .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));

test('reads a form as browsers write it, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(name, fc.string({ unit: grapheme })), {
        selector: ([key]) => key,
        maxLength: 20,
      }),
      async (pairs) => {
        const body = String(new URLSearchParams(pairs));
        const expected = { kind: 'form', fields: new Map(pairs) };
        expect(await read(plain(body, FORM))).toEqual(expected);
        expect(await read(coded(Buffer.from(body), FORM))).toEqual(expected);
      },
    ),
  );
});

test('reads JSON the same from text and from base64', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, fc.string({ unit: grapheme }), { noNullPrototype: true }),
      async (value) => {
        const body = JSON.stringify(value);
        expect(await read(plain(body))).toEqual({ kind: 'json', value });
        expect(await read(coded(Buffer.from(body)))).toEqual({ kind: 'json', value });
      },
    ),
  );
});

const PERCENT_AMP_PLUS = [37, 38, 43];

test('takes bytes for text if and only if they are UTF-8, and those of a form without a charset for windows-1252', async () => {
  const isUtf8 = (bytes: Uint8Array) =>
    Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString('utf8')));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 12 }), async (sent) => {
      const bytes = sent.filter((byte) => !PERCENT_AMP_PLUS.includes(byte));
      const inText = Buffer.concat([Buffer.from('a='), bytes]);
      const declared = await refusalOf(coded(inText, `${FORM}; charset=utf-8`));
      expect(declared === 'invalid-body').toBe(!isUtf8(inText));
      const escaped = Buffer.from(
        `a=${[...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
      );
      const meant = isUtf8(inText) ? Buffer.from(bytes).toString('utf8') : windows1252(bytes);
      for (const form of [inText, escaped])
        expect(await read(coded(form, FORM))).toEqual({ kind: 'form', fields: new Map([['a', meant]]) });
    }),
    { numRuns: 1_000 },
  );
});

/** By the platform's own decoder. */
const windows1252 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);

test('all of a form is in one charset, and its text comes back in it when it is refused', async () => {
  const cut = (text: string) => Buffer.from(text, 'latin1');
  const form = 'author=Zo\xE9&text=%C3%A9%20\x80%85';
  expect(await read(coded(cut(form), FORM))).toMatchObject({
    fields: new Map([
      ['author', 'Zoé'],
      ['text', 'Ã© €…'],
    ]),
  });
  for (const type of [FORM, `${FORM}; charset=iso-8859-1`, `${FORM}; charset=utf-8`])
    expect(typed(coded(cut(`${form}&bad=%`), type))?.get('author')).toBe('Zoé');
  const sent = cut(`${part('author', 'Zo\xE9')}${part('text', 'D\xE9j\xE0 \x80')}--${BOUNDARY}--\r\n`);
  const fields = new Map([
    ['author', 'Zoé'],
    ['text', 'Déjà €'],
  ]);
  expect(await read(coded(sent, MULTIPART))).toEqual({ kind: 'form', fields });
  expect(typed(coded(sent, MULTIPART))).toEqual(fields);
  expect(await refusalOf(coded(sent, `${MULTIPART}; charset=utf-8`))).toBe('invalid-body');
  const declared = part('text', '\xE9', '\r\nContent-Type: text/plain; charset=shift_jis');
  expect(await refusalOf(coded(cut(`${declared}--${BOUNDARY}--\r\n`), MULTIPART))).toBe('invalid-body');
});

test('a form that is cut before it is looked at is cut between characters', async () => {
  for (const [unit, escaped] of [
    ['é', '%C3%A9'],
    ['文', '文'],
    ['🔥', '%F0%9F%94%A5'],
  ] as const)
    for (const before of ['', 'x', 'xx', 'xxx', 'xxxx', 'xxxxx']) {
      const text = typed(coded(Buffer.from(`text=${before}${escaped.repeat(200_000)}`), FORM))?.get('text');
      expect(text?.replaceAll(unit, '')).toBe(before);
    }
});

test('takes a body of exactly the limit, in bytes, and forms only where they are asked for', async () => {
  const body = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
  expect(await refusalOf(plain(body(BODY_MAX)))).toHaveProperty('kind', 'json');
  expect(await refusalOf(plain(`${body(BODY_MAX)} `))).toBe('body-too-large');
  expect(await refusalOf(coded(Buffer.from(body(BODY_MAX))))).toHaveProperty('kind', 'json');
  expect(await refusalOf(coded(Buffer.from(`${body(BODY_MAX)} `)))).toBe('body-too-large');
  expect(await refusalOf(plain(body(100)), { bytesMax: 99 })).toBe('body-too-large');
  expect(await refusalOf(plain('a=b', FORM), { forms: false })).toBe('unsupported-media-type');
});

test('a request without a body has an empty one', async () => {
  const { body: _, ...without } = plain('x');
  expect(await refusalOf(without)).toBe('invalid-body');
  const { body: __, ...form } = plain('x', FORM);
  expect(await refusalOf(form)).toEqual({ kind: 'form', fields: new Map() });
});

test('goes through nothing but equals signs as base64 once', async () => {
  const event = { ...plain(`${'='.repeat(300_000)}A`), isBase64Encoded: true };
  const before = process.cpuUsage();
  expect(await refusalOf(event, { bytesMax: 300_000 })).toBe('invalid-body');
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});

const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const part = (name: string, value: string, more = '') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const multipart = (...parts: readonly string[]) =>
  coded(Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`), MULTIPART);

test('reads a multipart form as scripts send FormData', async () => {
  const form = new FormData();
  form.set('author', 'Inès');
  form.set('text', 'Une ligne\r\nune autre & ☕');
  const sent = new Response(form);
  const type = sent.headers.get('content-type') ?? '';
  expect(await read(coded(new Uint8Array(await sent.arrayBuffer()), type))).toEqual({
    kind: 'form',
    fields: new Map([
      ['author', 'Inès'],
      ['text', 'Une ligne\r\nune autre & ☕'],
    ]),
  });
});

test('passes over file fields of a multipart form in which nobody chose a file', async () => {
  const empty = part('avatar', '', '; filename=""\r\nContent-Type: application/octet-stream');
  expect(await read(multipart(part('text', 'x'), empty))).toEqual({
    kind: 'form',
    fields: new Map([['text', 'x']]),
  });
});

test('what was typed in a refused form is read without its files, urlencoded or multipart', async () => {
  const file = part('photo', 'GIF89a', '; filename="a.gif"');
  const twice = [part('text', 'Bonjour'), part('text', 'Autre')];
  expect(form(multipart(file, part('author', 'Inès'), ...twice))).toEqual({
    fields: new Map([
      ['text', 'Bonjour'],
      ['author', 'Inès'],
    ]),
    isWhole: false,
  });
  expect(form(coded(Buffer.from('x'), MULTIPART))).toBeUndefined();
  expect(form(plain('text=&author=', FORM))).toBeUndefined();
  expect(form(plain('text=x', 'text/plain'))).toBeUndefined();
  expect(typed(plain('text=Bonjour&text=%ff', FORM))).toEqual(new Map([['text', 'Bonjour']]));
});

const others = (count: number) => Array.from({ length: count }, (_, n) => `k${n}`);
test.each<[string, object]>([
  [
    'behind a hundred other fields',
    plain(`${others(100).join('=v&')}=v&text=Bonjour+%C3%A9&author=In%C3%A8s`, FORM),
  ],
  [
    'behind a hundred other parts',
    multipart(
      ...others(100).map((name) => part(name, 'v')),
      part('text', 'Bonjour é'),
      part('author', 'Inès'),
    ),
  ],
  ['with a stray percent sign', plain('text=Bonjour+%C3%A9&author=In%C3%A8s&url=%', FORM)],
  [
    'without a stated boundary',
    coded(
      Buffer.from(`${part('text', 'Bonjour é')}${part('author', 'Inès')}--${BOUNDARY}--`),
      'multipart/form-data',
    ),
  ],
])('what was typed %s is read whole', (_, event) => {
  expect(form(event)).toEqual({
    fields: new Map([
      ['author', 'Inès'],
      ['text', 'Bonjour é'],
    ]),
    isWhole: true,
  });
});

test('what may have been cut off is given back as a part of what was typed', () => {
  const cutOff = coded(
    Buffer.from(`${part('author', 'Inès')}${part('text', 'Bonjour é').trimEnd()}`),
    MULTIPART,
  );
  expect(form(cutOff)).toEqual({
    fields: new Map([
      ['author', 'Inès'],
      ['text', 'Bonjour é'],
    ]),
    isWhole: false,
  });
  const long = `text=${'x'.repeat(1_000_000)}&email=ines%40example.org`;
  const kept = form(plain(long, FORM));
  expect([kept?.isWhole, kept?.fields.get('email')]).toEqual([false, 'ines@example.org']);
  expect(kept?.fields.get('text')).toHaveLength(KEPT_MAX - 'ines@example.org'.length);
});

test('goes through millions of empty fields and parts once', () => {
  const before = process.cpuUsage();
  form(plain('&'.repeat(6_000_000), FORM));
  form(plain(`text=${'%'.repeat(6_000_000)}`, FORM));
  form(coded(Buffer.from('\r\n--x'.repeat(1_000_000)), 'multipart/form-data; boundary=x'));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(2_000);
});

test.each<[string, object, string]>([
  ['with a file', multipart(part('text', 'x', '; filename="a.txt"')), 'invalid-body'],
  ['with an empty file', multipart(part('text', '', '; filename="a.txt"')), 'invalid-body'],
  ['with a file without a name', multipart(part('text', 'x', '; filename=""')), 'invalid-body'],
  ['with a field twice', multipart(part('text', 'x'), part('text', 'y')), 'invalid-body'],
  ['with a name that is never read', multipart(part('__proto__', 'x')), 'invalid-body'],
  ['cut off', coded(Buffer.from(part('text', 'x')), MULTIPART), 'invalid-body'],
  ['without its boundary', coded(Buffer.from('x'), 'multipart/form-data'), 'invalid-body'],
  [
    'in no UTF-8 that says it is',
    coded(Buffer.from(`${part('text', 'é')}--${BOUNDARY}--`, 'latin1'), `${MULTIPART}; charset=utf-8`),
    'invalid-body',
  ],
  [
    'of 101 fields',
    multipart(...Array.from({ length: 101 }, (_, n) => part(`k${n}`, 'v'))),
    'body-too-large',
  ],
  ['over the limit', multipart(part('text', 'x'.repeat(BODY_MAX))), 'body-too-large'],
])('refuses a multipart form %s', async (_, event, code) => {
  expect(await refusalOf(event)).toBe(code);
});
