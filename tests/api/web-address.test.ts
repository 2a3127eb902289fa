import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { webAddress } from '../../src/api/fields/web-address.ts';
import { grapheme, someWebAddress } from '../characters.ts';

test.each([
  ['https://www.example.fr', 'https://www.example.fr/'],
  ['HTTP://Example.FR:80/A?b#c', 'http://example.fr/A?b#c'],
  ['www.example.fr', 'https://www.example.fr/'],
  ['example.fr/page?x=1#y', 'https://example.fr/page?x=1#y'],
  ['http://maïs.example/é', 'http://xn--mas-0ma.example/%C3%A9'],
  ['http://127.0.0.1:4000/a', 'http://127.0.0.1:4000/a'],
  [
    "http://x.com/?'onmouseover='alert(document.domain)'x='",
    'http://x.com/?%27onmouseover=%27alert(document.domain)%27x=%27',
  ],
  ['https://e.com/a@b', 'https://e.com/a@b'],
])('%s is kept as %s', (typed, kept) => {
  expect(webAddress(typed)).toBe(kept);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'mailto:a@b.example',
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https://evil.example\\@good.example/',
  'https://user:password@good.example',
  'https://@good.example',
  'https://',
  'http://a b.example',
  'https://a.example/\u0000',
  'https://a.example/\ud800',
  'localhost',
  'just words',
  'x.example:8080',
  '',
])('%j is no address', (typed) => {
  expect(webAddress(typed)).toBeUndefined();
});

test('whatever is typed, what is kept is one http(s) address that reads the same again', () => {
  const piece = fc.constantFrom(
    'http',
    'https',
    ':',
    '/',
    '//',
    '\\',
    '@',
    'a.fr',
    'www.',
    '?',
    '#',
    "'",
    '"',
    '<',
    '\t',
    ' ',
    'é',
    '[::1]',
    '%',
    'javascript:',
  );
  const typed = fc.oneof(
    fc.string({ unit: grapheme }),
    someWebAddress,
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const kept = webAddress(text);
      if (kept === undefined) return;
      const { protocol, username, password, href } = new URL(kept);
      expect(kept).toMatch(/^https?:\/\/[^/@\\]+\//);
      expect(kept).not.toMatch(/[\s"<>\\]/);
      expect([href, username, password]).toEqual([kept, '', '']);
      expect(['http:', 'https:']).toContain(protocol);
      expect(webAddress(kept)).toBe(kept);
    }),
    { numRuns: 500 },
  );
});
