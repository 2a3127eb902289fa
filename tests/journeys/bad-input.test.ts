import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RefusalCode } from '../../src/comment/refusal.ts';
import { type Answer, anHttpEvent } from './call-gateway.ts';
import { invoke } from './functions.ts';
import { list, submit, submitForm } from './requests.ts';
import { withBackend } from './with-backend.ts';

const backend = withBackend();
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const FORM = 'application/x-www-form-urlencoded';
const LIMIT = 64 * 1024;

/** A refusal of this code, and a table in which nothing changed. */
const isRefused = async (asking: () => Promise<Answer>, code: RefusalCode, fields?: readonly string[]) => {
  const before = await backend.kept();
  const answer = await asking();
  expect(answer.json()).toMatchObject({ code, status: answer.statusCode });
  if (fields) expect(answer.json().fields.map(({ field }: { field: string }) => field)).toEqual(fields);
  expect(await backend.kept()).toEqual(before);
};

/** Waits for a moderator, and its article's list tells nothing of it. */
const isHeld = (answer: Answer) =>
  expect([answer.statusCode, answer.json().status ?? answer.body]).toEqual([202, 'pending']);

/** As it is sent by itself. */
const sent = (article: string, more: object = {}) => JSON.stringify({ article, ...draft, ...more });
const withType = (type: string, body: string = sent('type')) =>
  submit('type', body, { headers: { 'content-type': type } });

describe('fields', () => {
  const wrong = [1, 0, true, false, [], {}, ['Camille'], { text: 'Camille' }];
  const optional = ['email', 'url', 'parent', 'title', 'link', 'formToken', 'visitor', 'proof', 'contact_me'];

  test.each(['article', 'author', 'text', ...optional])('%s is a text or refused', async (field) => {
    for (const value of optional.includes(field) ? wrong : [...wrong, null])
      await isRefused(() => submit('champs', { ...draft, [field]: value }), 'invalid-fields', [field]);
  });

  test.each(optional)(
    '%s that is nothing, spaces or the beginning of an address is not given',
    async (field) => {
      for (const [n, value] of [null, '', ' ', '\u00a0', 'http://', ' https:// '].entries())
        isHeld(await submit(`rien-${field}-${n}`, { ...draft, [field]: value }));
      const form = await submitForm(`rien-${field}`, { ...draft, [field]: ' ' });
      expect(form.statusCode).toBe(303);
    },
  );

  test.each([
    ...['status', 'id', 'createdAt', 'ip', 'ua', 'role', 'score', 'pinned', 'approvedBy', 'ttl', 'ACL'],
    ...['deleted', 'version', 'verdict', 'site', 'pk', 'sk', 'v', 'toString', 'hasOwnProperty'],
  ])('%s is nothing a reader may send: refused from JSON, and nothing in a form', async (field) => {
    await isRefused(() => submit('champs', { ...draft, [field]: 'approved' }), 'invalid-fields', [field]);
    const article = `champs-${field}`;
    expect((await submitForm(article, { ...draft, [field]: 'approved' })).statusCode).toBe(303);
    const [comment] = (await backend.kept()).filter(
      ({ pk, sk }) => pk?.S === `demo#${article}` && sk?.S?.startsWith('C#'),
    );
    expect(comment?.status).toEqual({ S: 'pending' });
    expect(JSON.stringify(comment)).not.toContain('approved"');
  });

  test.each([
    '{"author":"a","text":"Bonjour","author":"b"}',
    '{"author":"a","text":"Bonjour","\\u0061uthor":"b"}',
    '{"author":"a","text":"Bonjour","text":"Bonjour"}',
    '{"author":"a","text":"Bonjour","x":[{"y":1,"y":2}]}',
    '{"__proto__":{"status":"approved"},"author":"a","text":"Bonjour"}',
    '{"\\u005f_proto__":{"status":"approved"},"author":"a","text":"Bonjour"}',
    '{"constructor":{"prototype":{"x":1}},"author":"a","text":"Bonjour"}',
    '{"author":"a","text":"Bonjour","url":{"prototype":1}}',
    '[{"__proto__":1}]',
  ])('a name that stands twice, or means something to JavaScript, is refused: %s', async (body) => {
    await isRefused(() => submit('champs', body), 'invalid-body');
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  test.each([
    'article=type&author=a&text=Bonjour&author=b',
    'article=type&author=a&text=Bonjour&%61uthor=b',
    'article=type&author=a&text=Bonjour&__proto__=a&__proto__=b',
    'article=type&author=a&text=Bonjour&__proto__=a',
    'article=type&author=a&text=Bonjour&constructor=b',
    'article=type&author=a&text=Bonjour&prototype=b',
  ])('and so in forms: %s', async (body) => {
    const before = await backend.kept();
    expect((await withType(FORM, body)).statusCode).toBe(400);
    expect(await backend.kept()).toEqual(before);
  });

  test('a text under our name and WordPress’s is not guessed at', async () => {
    expect((await submitForm('champs', { ...draft, comment: 'Autre.' })).statusCode).toBe(422);
  });

  test.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', ' \u0001javascript:alert(1)'],
    ...[
      'javascript&colon;alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil.example',
    ],
    ...['https:evil.example', 'https://evil.example\\@good.example/', 'https://a:b@evil.example/'],
  ])('%j is no address of an author', async (url) => {
    await isRefused(() => submit('champs', { ...draft, url }), 'invalid-fields', ['url']);
    expect((await submitForm('champs', { ...draft, url })).statusCode).toBe(422);
  });

  test.each([
    '\u200B',
    '\u2800',
    '\u3164',
    '\u00AD',
    '\u00A0 \n',
    '\u2060\uFEFF',
    '',
    '   ',
    '&nbsp;',
    '&NBSP; \n&#8203;&#xA0;',
  ])('a text of %j alone is refused', async (text) => {
    await isRefused(() => submit('champs', { ...draft, text }), 'invalid-fields', ['text']);
  });

  test('whatever JSON comes, the answer is a refusal that names a code, and nothing is stored', async () => {
    const before = await backend.kept();
    const nearly = fc.record(
      { author: fc.jsonValue(), text: fc.jsonValue(), url: fc.jsonValue(), contact_me: fc.jsonValue() },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), nearly), async (body) => {
        fc.pre(typeof (body as typeof draft | null)?.author !== 'string');
        const answer = await submit('champs', JSON.stringify(body));
        expect([400, 422]).toContain(answer.statusCode);
        expect(answer.json().code).toMatch(/^invalid-(body|fields)$/);
      }),
      { numRuns: 200, seed: 3 },
    );
    expect(await backend.kept()).toEqual(before);
  });
});

describe('size', () => {
  const padded = (bytes: number, text = 'é🔥'.repeat(4_000)) => {
    const body = sent('taille', { text });
    return body + ' '.repeat(bytes - Buffer.byteLength(body));
  };

  test.each([LIMIT - 1, LIMIT])('a body of %d bytes is read, plain and in base64', async (bytes) => {
    isHeld(await submit(`taille-${bytes}`, padded(bytes)));
    isHeld(await submit(`taille-${bytes}-base64`, undefined, { bytes: Buffer.from(padded(bytes)) }));
  });

  test('one byte more is not, and neither is a megabyte', async () => {
    for (const body of [padded(LIMIT + 1), 'x'.repeat(1_000_000), `{"text":"${'é'.repeat(LIMIT / 2)}"}`]) {
      await isRefused(() => submit('taille', body), 'body-too-large');
      await isRefused(() => submit('taille', undefined, { bytes: Buffer.from(body) }), 'body-too-large');
    }
    const before = await backend.kept();
    expect((await withType(FORM, `author=a&text=${'x'.repeat(LIMIT)}`)).statusCode).toBe(413);
    expect((await withType(FORM, `${'x'.repeat(100_000)}=a`)).statusCode).toBe(413);
    expect(await backend.kept()).toEqual(before);
  });

  test.each(['a ', 'é ', '🔥 ', '文字'])(
    '10,000 characters of %j are taken, one more is not',
    async (unit) => {
      const text = unit.repeat(5_000);
      isHeld(await submit(`caracteres-${Buffer.from(unit).toString('hex')}`, { ...draft, text: `${text}` }));
      await isRefused(() => submit('caracteres', { ...draft, text: `${text}x` }), 'invalid-fields', ['text']);
    },
  );

  test.each([
    ['author', 245],
    ['title', 300],
    ['formToken', 600],
    ['visitor', 600],
    ['contact_me', 1_000],
  ])('%s has at most %d characters', async (field, max) => {
    isHeld(await submit(`long-${field}`, { ...draft, [field]: '文'.repeat(max) }));
    await isRefused(() => submit('long', { ...draft, [field]: '文'.repeat(max + 1) }), 'invalid-fields', [
      field,
    ]);
  });

  test('2,000 fields are too many for a form, and are not cut in silence', async () => {
    const body = Array.from({ length: 2_000 }, (_, n) => `k${n}=v`).join('&');
    const answer = await withType(FORM, `author=a&text=Bonjour&${body}`);
    expect(answer.statusCode).toBe(413);
  });

  test.each([
    ['50,000 brackets', '['.repeat(50_000)],
    ['50,000 objects', '{"a":'.repeat(12_000)],
    ['a text without an end', `{"text":"${'\\"'.repeat(32_000)}`],
    ['a text that ends in a line break', `{"text":"${'\\"'.repeat(32_000)}\\\n`],
    ['nothing but quotes', '"'.repeat(65_000)],
    ['nothing but backslashes', `"${'\\'.repeat(65_000)}`],
    ['nothing but colons', `{${':'.repeat(65_000)}`],
    ['10,000 names', `{${Array.from({ length: 6_000 }, (_, n) => `"k${n}":1`).join()}}`],
  ])('%s are refused', async (_, body) => {
    const answer = await submit('taille', body);
    expect([400, 422]).toContain(answer.statusCode);
  });

  test('nothing but equals signs as base64 is refused', async () => {
    const event = anHttpEvent({
      method: 'POST',
      params: { site: 'demo' },
      article: 'a',
      headers: { 'content-type': 'application/json' },
      body: `${'='.repeat(130_000)}A`,
    });
    const answer = await invoke('submit-comment', { ...event, isBase64Encoded: true });
    expect(answer.statusCode).toBe(400);
  });
});

describe('encoding', () => {
  const bytesOf = (...parts: readonly (string | number[])[]) =>
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
    );
  const inText = (bytes: number[]) => bytesOf('{"author":"Camille","text":"Bonjour ', bytes, '"}');

  test.each([
    ['a cut sequence', [0xc3, 0x28]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80]],
    ['Latin-1', [0xe9]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ])(
    '%s is no UTF-8: refused in JSON and in a form that declares UTF-8, else read as windows-1252',
    async (_, bytes) => {
      await isRefused(() => submit('octets', undefined, { bytes: inText(bytes) }), 'invalid-body');
      const encoded = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      const article = `octets-${encoded.replaceAll('%', '')}`;
      const typed = `article=${article}&author=a&text=Bonjour+`;
      for (const sent of [bytesOf(typed, encoded), bytesOf(typed, bytes)]) {
        const inForm = (type: string) =>
          submit(article, undefined, { bytes: sent, headers: { 'content-type': type } });
        expect((await inForm(`${FORM}; charset=utf-8`)).statusCode).toBe(400);
        expect((await inForm(FORM)).statusCode).toBeLessThan(400);
      }
      const kept = (await backend.kept()).filter(({ pk }) => pk?.S === `demo#${article}`);
      const meant = new TextDecoder('windows-1252')
        .decode(Uint8Array.from(bytes))
        .replace(/[\x80-\x9F]/g, '');
      expect(kept.map(({ shown }) => shown?.M?.text?.S)).toEqual([`Bonjour ${meant}`]);
    },
  );

  test('UTF-16 is refused', async () => {
    const little = bytesOf([0xff, 0xfe], [...Buffer.from(sent('octets'), 'utf16le')]);
    await isRefused(() => submit('octets', undefined, { bytes: little }), 'invalid-body');
  });

  test.each(['author', 'text', 'title', 'formToken', 'visitor', 'contact_me', 'url', 'email'])(
    'a lone surrogate in %s is refused',
    async (field) => {
      for (const lone of ['\\ud800', '\\udc00', 'a\\ud83d', '\\udd25\\ud83d']) {
        const body = sent('octets', { [field]: 'LONE' }).replace('LONE', lone);
        await isRefused(() => submit('octets', body), 'invalid-fields', [field]);
      }
    },
  );

  test('and so is one that stands in the event itself', async () => {
    await isRefused(() => submit('octets', sent('octets').replace('Merci', '\ud800')), 'invalid-body');
  });

  test.each(['%', '%2', '%zz', '%u0041'])('a form with %j in it is refused', async (part) => {
    expect((await withType(FORM, `author=a&text=Bonjour${part}`)).statusCode).toBe(400);
  });

  test.each(['not base64', 'QUJD*', 'QUJ', 'QQ', 'QR==', 'e30=e30=', '====', 'e30\n', 'e-30_'])(
    '%j is not base64 of a body',
    async (body) => {
      const event = anHttpEvent({ method: 'POST', params: { site: 'demo' }, article: 'a', body });
      expect(await invoke('submit-comment', { ...event, isBase64Encoded: true })).toMatchObject({
        statusCode: 400,
      });
    },
  );

  test('base64 says the same as plain text, in JSON and in forms', async () => {
    isHeld(await submit('base64', undefined, { bytes: Buffer.from(sent('base64')) }));
    const answer = await submit('base64-form', undefined, {
      bytes: Buffer.from(String(new URLSearchParams({ article: 'base64-form', ...draft }))),
      headers: { 'content-type': FORM },
    });
    expect(answer.statusCode).toBe(303);
    const texts = (await backend.kept()).flatMap(({ pk, shown }) =>
      pk?.S?.startsWith('demo#base64') ? shown?.M?.text?.S : [],
    );
    expect(texts).toEqual([draft.text, draft.text]);
  });

  test.each([
    "<q cite='Hello 🔥'>x</q>",
    'Une famille : 👨‍👩‍👧‍👦, un drapeau : 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    'composé é, décomposé e\u0301',
    'séparateur\u2028de lignes\u2029et de paragraphes',
    '  espaces au début et à la fin  ',
    '</script><script>alert(1)</script> <!--<script>',
    'שלום \u202Etxt.exe\u2066 sans fin',
    '&amp;#0; ]]> {{7*7}} %00 \\u0000',
    '=HYPERLINK("http://evil.example","x")',
  ])('%j is kept to the byte', async (text) => {
    const article = `octets-${Buffer.from(text).toString('base64url').slice(0, 40)}`;
    isHeld(await submit(article, { ...draft, text }));
    const [item] = (await backend.kept()).filter(
      ({ pk, sk }) => pk?.S === `demo#${article}` && sk?.S !== 'A',
    );
    expect(item?.shown?.M?.text?.S).toBe(text);
    expect((await submitForm(`${article}-form`, { ...draft, text })).statusCode).toBe(303);
    const [posted] = (await backend.kept()).filter(({ pk }) => pk?.S === `demo#${article}-form`);
    expect(posted?.shown?.M?.text?.S).toBe(text);
  });
});

describe('content type', () => {
  test.each([
    ...['text/plain', 'text/plain; charset=utf-8', 'application/json-evil'],
    ...[
      'application/json; charset=iso-8859-1',
      'application/json; charset=utf-7',
      'text/json',
      'application',
    ],
    ...[
      'application/json, text/plain',
      'text/plain, application/json',
      'application/json; charset=utf-8, x/y',
    ],
    ...['application/json; charset=utf-8; charset=utf-16', 'application/ld+json', '', ';', 'json'],
  ])('%j is not read', async (type) => {
    await isRefused(() => withType(type), 'unsupported-media-type');
  });

  test.each([
    ...['application/json', 'Application/JSON ; Charset="UTF-8"', 'application/json;charset=utf8'],
    ...['application/json; profile="x"', ' application/json ', 'application/json;'],
    'application/json; charset=utf-8; profile=x',
  ])('%j is read', async (type) => {
    isHeld(await withType(type));
  });

  test('a form’s charset is UTF-8 too', async () => {
    const body = String(new URLSearchParams({ article: 'type', ...draft }));
    const by = (author: string) => body.replace('Camille', author);
    expect((await withType(`${FORM}; charset=UTF-8`, by('David'))).statusCode).toBe(303);
    expect((await withType('Application/X-WWW-Form-URLEncoded', by('Yann'))).statusCode).toBe(303);
    expect((await withType(`${FORM}; charset=iso-8859-1`, body)).statusCode).toBe(415);
    expect((await withType(`${FORM}, application/json`, body)).statusCode).toBe(415);
  });

  test.each(['gzip', 'br', 'deflate', 'identity, gzip', 'GZIP', 'x'])(
    '%s is not unpacked',
    async (encoding) => {
      await isRefused(
        () => submit('type', draft, { headers: { 'content-encoding': encoding } }),
        'unsupported-media-type',
      );
    },
  );

  test('multipart with fields that kill parsers is only refused', async () => {
    const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW';
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body = `${part('body', 'hi')}${part('body[x]', '2')}${part('['.repeat(8_000), 'x')}--${boundary}--\r\n`;
    const headers = {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'application/json',
    };
    await isRefused(() => submit('type', body, { headers }), 'invalid-fields');
  });
});

describe('idempotency key', () => {
  test.each([
    '',
    ' ',
    'a b',
    'a,b',
    'clé',
    'x'.repeat(256),
    'x'.repeat(10_000),
    'a\tb',
    '""',
    '"',
    'a"b',
    '\u007f',
  ])('%j is refused', async (key) => {
    await isRefused(
      () => submit('cle', draft, { headers: { 'idempotency-key': key } }),
      'invalid-idempotency-key',
    );
  });
});

test('what is refused leaves no page behind', async () => {
  for (const article of ['champs', 'taille', 'caracteres', 'octets', 'long', 'cle'])
    expect((await list(article)).json()).toMatchObject({ count: 0, comments: [] });
});
