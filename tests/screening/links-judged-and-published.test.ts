import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderText } from '../../src/pages/text/render-text.ts';
import { blockedDomains } from '../../src/screening/checks/blocked-domains.ts';
import { links } from '../../src/screening/checks/links.ts';
import { findLinks, hostOf } from '../../src/screening/text/links.ts';
import { codePoint, grapheme } from '../characters.ts';
import { aDraft, anEvidence, aPolicy } from '../make.ts';
import { parse } from '../pages/markup.ts';

const pieces = [
  ...[
    'http://',
    'https://',
    'HTTP://',
    'ftp://',
    '//',
    'http:',
    'www.',
    'evil.com',
    'a.fr',
    'bank.fr',
    'é.fr',
    '1.2',
  ],
  ...[
    '.',
    '..',
    '-',
    '_',
    ':',
    ':8',
    ':99999',
    '@',
    '/',
    '?',
    '#',
    '!',
    '&',
    '%',
    '%00',
    '$',
    '*',
    '+',
    '=',
    '~',
    ',',
  ],
  ...[
    "'",
    '"',
    '(',
    ')',
    '[',
    ']',
    '{',
    '|',
    '\\',
    '<',
    '>',
    '`',
    '^',
    '«',
    '’',
    '–',
    '…',
    '。',
    '．',
    ' ',
    '\n',
    '\t',
  ],
  ...[
    'x',
    'É',
    '漢',
    'ｅ',
    '😀',
    '👨‍👩‍👧',
    '\u0301',
    '\u00AD',
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\uFEFF',
    '\u202E',
    '\0',
  ],
];
const someText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.string({ unit: codePoint }), fc.constantFrom(...pieces), fc.string({ unit: codePoint }))
    .map(([before, piece, after]) => `${before}http://evil.com${piece}${after}`),
  fc.string({ unit: grapheme }),
);

/** Hosts that a browser would open from the page. */
const published = (text: string): readonly string[] =>
  parse(renderText(text).markup)
    .tags.filter(({ name }) => name === 'a')
    .map(({ attributes }) => new URL(attributes.get('href') ?? '').hostname.replace(/\.$/, ''));

const judged = (text: string): readonly string[] =>
  findLinks(text)
    .filter(({ kind }) => kind === 'web')
    .map((link) => hostOf(link) ?? '');

test('the hosts that are judged are the hosts that are published', () => {
  fc.assert(
    fc.property(someText, (text) => {
      expect(published(text)).toEqual(judged(text));
    }),
    { numRuns: 3_000 },
  );
});

test('no text publishes a link to a blocked domain, or as many links as are held', () => {
  fc.assert(
    fc.property(someText, (text) => {
      const hosts = published(text);
      const blocked = { domains: [...new Set(hosts)] };
      const evidence = anEvidence({
        draft: aDraft({ text }),
        policy: aPolicy({ blocked, links: { holdFrom: 1 } }),
      });
      expect(blockedDomains.run(evidence)?.outcome).toBe(hosts.length > 0 ? 'spam' : undefined);
      expect(links.run(evidence)?.outcome).toBe(hosts.length > 0 ? 'hold' : undefined);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '!x',
  '&x',
  '%00',
  ':x',
  '😀',
  '–x',
  "'x",
  '"x',
  '|x',
  '\\x',
  '$x',
  '*x',
  '\u00AD',
  '\u200B',
  '。x',
  '@x',
])('finds a blocked host with %j behind it', (after) => {
  for (const text of [`http://evil.com${after}`, `${after.slice(0, 1)}http://evil.com`]) {
    const policy = aPolicy({ blocked: { domains: ['evil.com'] } });
    expect(blockedDomains.run(anEvidence({ draft: aDraft({ text }), policy }))?.outcome).toBe('spam');
  }
});
