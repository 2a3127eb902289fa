import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openApiDocument } from '../../src/api/openapi.ts';
import { fromJson } from '../../src/api/submission.ts';

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(JSON.parse(JSON.stringify(openApiDocument('https://comments.example.org'))), 'api');
const fits = ajv.getSchema('api#/components/schemas/Submission');

const isTaken = (comment: object): boolean => {
  try {
    fromJson(comment);
    return true;
  } catch {
    return false;
  }
};

/** What the API document says of a value, and what the server does. */
const verdicts = (field: string, value: string) => {
  const comment = { article: 'gare', author: 'Camille', text: 'Merci.', [field]: value };
  return { value, document: fits?.(comment), server: isTaken(comment) };
};
const agreed = (field: string, values: readonly string[]) => values.map((value) => verdicts(field, value));
const differing = (field: string, values: readonly string[]) =>
  agreed(field, values).filter(({ document, server }) => document !== server);

const hosts = [
  'www.example.fr',
  'blog.jean-dupont.fr',
  'le-petit-journal.info',
  'my--site.co.uk',
  'a.b.c.d.example.museum',
  'example.travelersinsurance',
  'example.photography',
  '1und1.example',
  '3.14.example',
  '24h.example',
  'xn--mas-0ma.example',
  'example.xn--vermgensberatung-pwb',
  'maïs.example',
  'пример.рф',
  '例え.テスト',
  'faß.de',
  'EXAMPLE.COM',
];
const tails = [
  '',
  '/',
  '/2026/03/lecture.html',
  '/a.b/c-d_e~f/',
  '/?p=12&preview=true',
  '/search?q=a+b%20c&x[]=1',
  '#top',
  '?q=1',
  '/wiki/Élodie_(film)',
  "/it's,fine;v=1!$*",
  '/a b/c',
  '/@camille/post',
  '/%C3%A9t%C3%A9',
  '/a|b^c`d',
  '/{x}/"y"/<z>',
  '/100%',
  '/🚄/train',
  '/https://web.example/x',
];
/** Every host with nine of the tails, a different half for neighbours, absolute or as people type it. */
const common = hosts.flatMap((host, nth) =>
  tails
    .filter((_, at) => (at + nth) % 2 === 0)
    .map((tail, at) => `${['https://', '', 'http://'][(at + nth) % 3]}${host}${tail}`),
);
/** Ports, numbers and other hosts that need a scheme. */
const absolute = [
  'http://localhost',
  'http://localhost:4000/page',
  'https://www.example.fr:443/',
  'https://www.example.fr:65535/a',
  'https://www.example.fr:/a',
  'http://127.0.0.1:8080/a',
  'http://192.0.2.255',
  'http://[2001:db8::1]/a',
  'http://[2001:db8::1]:8080/a?b#c',
  'http://user_name.example.org/~x',
  'https://i❤.ws/',
  'http://example.fr./a',
  'HTTPS://Example.FR/A',
  'hTTp://example.fr',
  '  https://example.fr/a  ',
  '\thttps://example.fr\n',
  'https://हिन्दी.भारत/',
  `https://example.fr/${'a'.repeat(181)}`,
];
const refused = [
  'just words',
  'localhost',
  'example',
  'example.f',
  'example.fr:8080/a',
  'camille@example.fr',
  'mailto:camille@example.fr',
  'javascript:alert(1)',
  'ftp://example.fr/a',
  'https:example.fr',
  'https:/example.fr',
  'https:///example.fr',
  '//example.fr/a',
  '/2026/03/lecture',
  'https://camille@example.fr/',
  'https://camille:secret@example.fr/',
  'https://exa mple.fr/',
  'https://example..fr/',
  'https://.example.fr/',
  'https://example.fr\\a',
  'https://example.fr/a\\b',
  'https://example.fr/a\tb',
  'https://example.fr:65536/',
  'https://example.fr:99999/',
  'https://example.fr:http/',
  'https://www.example.123/',
  'http://256.1.1.1/',
  'http://1.2.3.4.5/',
  'https://exa,mple.fr/',
  'https://exa$mple.fr/',
  'https://(example).fr/',
  'https://?q=1',
  'https://#top',
  'https://[2001:db8::1/',
  `${'a'.repeat(64)}.fr`,
  `https://example.fr/${'a'.repeat(182)}`,
  'example.fr.',
  'a..fr/x',
];

describe('the API document says of web addresses what the server does', () => {
  test('of 200 and more, varied', () => {
    const all = [...common, ...absolute, ...refused];
    expect(new Set(all).size).toBeGreaterThanOrEqual(200);
    expect(differing('url', all)).toEqual([]);
  });

  test('real ones are taken, others are not', () => {
    expect(agreed('url', [...common, ...absolute]).filter(({ server }) => !server)).toEqual([]);
    expect(agreed('url', refused).filter(({ server }) => server)).toEqual([]);
  });

  test('a link may be longer than a person’s address', () => {
    const link = (length: number) => `https://example.fr/${'a'.repeat(length - 19)}`;
    expect(differing('link', [201, 2_048, 2_049].map(link))).toEqual([]);
    expect([201, 2_048, 2_049].map((length) => verdicts('link', link(length)).server)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test.each([
  [
    'email',
    true,
    ['camille@example.fr', "o'neil+news@mail.example.co.uk", 'a_b-c.d@1und1.example', 'A@B.FR'],
  ],
  [
    'email',
    false,
    ['camille', '@example.fr', 'a@b', 'a@b.c', 'a..b@c.fr', 'a@-b.fr', '"a b"@c.fr', 'a@b.fr, c@d.fr'],
  ],
  ['parent', true, ['01KJVN6A2HWZ3K0V5YB6Q8R9TD', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ']],
  [
    'parent',
    false,
    ['81KJVN6A2HWZ3K0V5YB6Q8R9TD', '01kjvn6a2hwz3k0v5yb6q8r9td', '01KJVN6A2HWZ3K0V5YB6Q8R9TU', 'x'],
  ],
  ['author', true, ['Camille', 'Élodie d’Arc', '文'.repeat(245)]],
  ['author', false, ['', ' ', '文'.repeat(246)]],
])('the API document says of `%s` what the server does: %s', (field, isRight, values) => {
  expect(agreed(field, values)).toEqual(
    values.map((value) => ({ value, document: isRight, server: isRight })),
  );
});
