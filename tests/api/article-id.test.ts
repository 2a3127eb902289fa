import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { articleId, siteId } from '../../src/api/fields/article-id.ts';
import { articleQuery } from '../../src/api/page-query.ts';
import { readOrRefuse } from '../../src/api/read-or-refuse.ts';
import { grapheme, someWebAddress } from '../characters.ts';
import { fieldsOf } from './refused.ts';

const canonicalArticle = (id: string) => readOrRefuse(articleQuery, { article: id }).article;
const plainId = fc
  .string({ unit: grapheme, minLength: 1, maxLength: 40 })
  .filter(
    (id) =>
      !/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(id) &&
      Buffer.byteLength(id.normalize('NFC')) <= 200 &&
      !/^\s*https?:/i.test(id) &&
      id === id.trim(),
  )
  .filter((id) => id !== '.' && id !== '..');

test.each([
  ['http://www.Example.FR:80/a', 'https://www.example.fr/a'],
  ['HTTPS://www.example.fr:443/a/', 'https://www.example.fr/a'],
  ['https://www.example.fr/a/index.html', 'https://www.example.fr/a'],
  ['https://www.example.fr/index.php', 'https://www.example.fr/'],
  ['https://www.example.fr', 'https://www.example.fr/'],
  ['https://www.example.fr/a/index.html/index.php/', 'https://www.example.fr/a'],
  ['https://www.example.fr/a#comments', 'https://www.example.fr/a'],
  ['https://www.example.fr/a#', 'https://www.example.fr/a'],
  ['https://www.example.fr/a/#/', 'https://www.example.fr/a'],
  ['https://www.example.fr/a#!', 'https://www.example.fr/a'],
  ['http://www.example.fr/app/#/b/', 'https://www.example.fr/app#/b'],
  [
    'https://www.example.fr/app#/%c3%a9?c=2&utm_source=x&a=1#comment-1',
    'https://www.example.fr/app#/%C3%A9?a=1&c=2',
  ],
  ['https://www.example.fr/app#/?a=1', 'https://www.example.fr/app#/?a=1'],
  ['https://www.example.fr/app?x=1#!b', 'https://www.example.fr/app?x=1#!b'],
  ['https://www.example.fr/app#!/b', 'https://www.example.fr/app#!/b'],
  ['https://www.example.fr/a?utm_source=x&utm_medium=y', 'https://www.example.fr/a'],
  ['https://www.example.fr/a?b=2&fbclid=x&a=1&xtor=RSS-1&at_medium=m', 'https://www.example.fr/a?a=1&b=2'],
  ['https://www.example.fr/?p=12', 'https://www.example.fr/?p=12'],
  ['https://www.example.fr/?12', 'https://www.example.fr/?12'],
  ['https://www.example.fr/a?q=a+b', 'https://www.example.fr/a?q=a%20b'],
  ['https://www.example.fr/%7Ea/%c3%a9', 'https://www.example.fr/~a/%C3%A9'],
  ['https://www.example.fr/e\u0301', 'https://www.example.fr/%C3%A9'],
  ['https://www.example.fr/a/../b', 'https://www.example.fr/b'],
  ['\u200Ehttps://www.example.fr/a\u2063', 'https://www.example.fr/a'],
  ['https://www.example.fr/a%E2%80%8F\u061C', 'https://www.example.fr/a'],
  ['le\u202Ccture\u180E-42\uFE0F', 'lecture-42'],
  ['https://maïs.example/', 'https://xn--mas-0ma.example/'],
  ['https://user:secret@www.example.fr/a', 'https://www.example.fr/a'],
  ['https://www.example.fr:8080/a', 'https://www.example.fr:8080/a'],
])('%s is %s', (id, canonical) => {
  expect(canonicalArticle(id)).toBe(canonical);
});

test.each([
  ['https://example.fr/a', 'https://www.example.fr/a'],
  ['https://www.example.fr/A', 'https://www.example.fr/a'],
  ['https://www.example.fr/a%2Fb', 'https://www.example.fr/a/b'],
  ['https://www.example.fr/?p=1', 'https://www.example.fr/?p=2'],
  ['https://www.example.fr/app/#/a', 'https://www.example.fr/app/#/b'],
  ['https://www.example.fr/app/#/a', 'https://www.example.fr/app/'],
  ['https://www.example.fr/?q=%E9', 'https://www.example.fr/?q=%EA'],
  ['https://www.example.fr/?a=1&a=2', 'https://www.example.fr/?a=2&a=1'],
])('%s and %s stay two articles', (a, b) => {
  expect(canonicalArticle(a)).not.toBe(canonicalArticle(b));
});

test('an id of the publisher’s own stays as it is', () => {
  for (const id of [
    'lecture-42',
    'a#STATUS#approved',
    'x"} OR attribute_exists(pk)',
    ':v',
    '%23',
    'a/b',
    'ftp://x',
    'http',
  ])
    expect(canonicalArticle(id)).toBe(id);
});

test('two own ids are the same article only if they are the same in composed Unicode', () => {
  fc.assert(
    fc.property(plainId, plainId, (a, b) => {
      expect(canonicalArticle(a)).toBe(a.normalize('NFC'));
      expect(canonicalArticle(a) === canonicalArticle(b)).toBe(a.normalize('NFC') === b.normalize('NFC'));
    }),
  );
});

test('what is canonical stays so', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    'a',
    'é',
    'e\u0301',
    '%C3%A9',
    '%e9',
    '%2f',
    '%25',
    '%',
    'index.html',
    'Index.PHP',
    '.',
    '..',
    '?',
    '&',
    '=',
    '+',
    '#',
    'utm_x=1',
    'b',
    ';',
    '%2e',
    '#/',
    '#!',
    '\u037e',
    '[',
    '|',
    ':443',
    '@',
  );
  const address = fc
    .tuple(
      fc.constantFrom('http://a.fr', 'https://A.fr:80', 'http://é.fr/', 'http://[::1]:443'),
      fc.array(part, { maxLength: 12 }),
    )
    .map(([origin, parts]) => origin + parts.join(''));
  fc.assert(
    fc.property(fc.oneof(address, someWebAddress, plainId), (id) => {
      const { data } = articleId.safeParse(id);
      // Some of these are addresses that nobody can read.
      fc.pre(data !== undefined);
      expect(canonicalArticle(data ?? '')).toBe(data);
    }),
    { numRuns: 1_000 },
  );
});

test('the order of parameters, the scheme and tracking never make another article', () => {
  const value = fc.string({ unit: grapheme, maxLength: 5 }).map(encodeURIComponent);
  fc.assert(
    fc.property(value, value, (a, b) => {
      const one = canonicalArticle(`https://www.example.fr/x?a=${a}&b=${b}`);
      expect(canonicalArticle(`http://www.example.fr/x/?utm_id=${b}&b=${b}&GCLID=${a}&a=${a}#c${b}`)).toBe(
        one,
      );
    }),
  );
});

test.each(['', '\u200b\ufeff', '.', '..', 'a\nb', '\u0000', '\ud800', 'x'.repeat(100_000)])(
  'refuses what is no id',
  (id) => {
    expect(fieldsOf(() => canonicalArticle(id))).toEqual(['article']);
  },
);

test('what is longer than 200 bytes is kept by its beginning and a digest, and stays so', () => {
  const long = fc.string({ unit: grapheme, minLength: 150, maxLength: 400 });
  fc.assert(
    fc.property(
      long,
      fc.constantFrom('', 'https://www.example.fr/', 'http://www.example.fr/a?b='),
      (end, start) => {
        fc.pre(!/\p{Cc}/u.test(end));
        const id = canonicalArticle(start + end);
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(200);
        expect(canonicalArticle(id)).toBe(id);
      },
    ),
  );
  const [one, other] = ['x', 'y'].map((end) => canonicalArticle(`${'a'.repeat(300)}${end}`));
  expect(one).not.toBe(other);
  expect(one).toMatch(/^a{120}~[\w-]{43}$/);
  expect(canonicalArticle(`https://www.example.fr/${'a/'.repeat(200)}?b`)).toMatch(
    /^https:\/\/www[.]example[.]fr\/(?:a\/)+a?~[\w-]{43}$/,
  );
  const host = `${'a'.repeat(60)}.${'b'.repeat(56)}.fr`;
  expect(canonicalArticle(`https://${host}/${'c'.repeat(200)}`)).toMatch(
    new RegExp(`^https://${host}/~[\\w-]{43}$`),
  );
});

test('an address may be long before its tracking is taken away', () => {
  expect(canonicalArticle(`https://www.example.fr/a?utm_source=${'x'.repeat(500)}`)).toBe(
    'https://www.example.fr/a',
  );
});

test('a site’s id is a host’s label', () => {
  for (const id of ['a', 'demo', 'le-monde-2', 'x'.repeat(63)])
    expect(siteId.safeParse(id).success).toBe(true);
  for (const id of ['', '-a', 'a-', 'A', 'é', 'a.b', 'x'.repeat(64), 'a\n'])
    expect(siteId.safeParse(id).success).toBe(false);
});
