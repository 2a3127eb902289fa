import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { policyDocument as policy } from '../../src/api/policy/policy-document-schema.ts';
import { readOrRefuse } from '../../src/api/read-or-refuse.ts';
import { domainEntry, emailEntry } from '../../src/comment/policies/list-entries.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import type { Policy } from '../../src/comment/policy.ts';

const read = (value: unknown): Policy => readOrRefuse(policy, value);

test('lists of a stored policy take today’s form, and lose what never matched', () => {
  const stored = {
    words: ['.top', 'C++'],
    emails: ['@Spam.example', 'spam.example', 'jean@spam.example', 'promo*', 'a b'],
    domains: ['HTTPS://www.Spam.example/', 'spam.example/path', 'top', 'évil.fr', '*casino*'],
    networks: ['192.0.2.*'],
  };
  const policyRead = readPolicy({ blocked: stored });
  expect(policyRead.blocked).toEqual({
    ...stored,
    emails: ['*@spam.example', '*@spam.example', 'jean@spam.example', 'promo*'],
    domains: ['spam.example', '*.top', 'évil.fr', '*casino*'],
  });
  expect(read(policyRead)).toEqual(policyRead);
});

test.each([
  ...[
    'Spam.example',
    '.spam.example',
    '*.spam.example',
    '@spam.example',
    'spam.example.',
    'spam.example:8080',
  ],
  ...[
    'https://spam.example',
    'http://www.spam.example/',
    '//spam.example',
    'www.spam.example',
    ' spam.example ',
  ],
])('reads the domain of %s', (entry) => {
  expect(read({ blocked: { domains: [entry] } }).blocked.domains).toEqual(['spam.example']);
});

test.each([
  ['@spam.example', '*@spam.example'],
  ['spam.example', '*@spam.example'],
  ['.spam.example', '*@*.spam.example'],
  ['*.spam.example', '*@*.spam.example'],
  ['mailto:Jean@Spam.example', 'jean@spam.example'],
  ['Jean <jean@spam.example>', 'jean@spam.example'],
  ['*@münchen.example', '*@xn--mnchen-3ya.example'],
  ['promo*', 'promo*'],
])('reads the address %s as %s', (entry, form) => {
  expect(read({ blocked: { emails: [entry] } }).blocked.emails).toEqual([form]);
});

test('an entry that was read is read as itself', () => {
  const entry = fc.array(
    fc.constantFrom(
      'a',
      'é',
      '1',
      '*',
      '.',
      '@',
      'www.',
      '-',
      '_',
      '/',
      ':',
      '8',
      'http://',
      'fr',
      ' ',
      '<',
      '>',
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(entry, (parts) => {
      for (const form of [domainEntry, emailEntry]) {
        const once = form(parts.join(''));
        expect(once === undefined ? undefined : form(once)).toBe(once);
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ...[
    'https://spam.example/path',
    'spam.example/path',
    'spam.example?q',
    'a@spam.example',
    'spam',
    'a b.example',
  ],
  ...['1.2', '-', '*.*', 'mün*.example', `${'a'.repeat(64)}.fr`],
])('refuses %s as a domain', (entry) => {
  expect(policy.safeParse({ suspect: { domains: [entry] } }).success).toBe(false);
});

test.each([
  'https://spam.example/path',
  'a b@spam.example',
  'a@b@spam.example',
  'a@localhost',
  '*@*',
  'é@a.fr',
])('refuses %s as an e-mail address', (entry) => {
  expect(policy.safeParse({ suspect: { emails: [entry] } }).success).toBe(false);
});

test.each([
  ...[{ words: ['***'] }, { words: ['\u3164'] }, { domains: ['*'] }, { networks: ['300.1.*'] }],
  ...[{ networks: ['0.0.0.0/0'] }, { networks: ['::/0'] }],
  { networks: ['nonsense'] },
  { networks: ['1.2.3.4/99'] },
])('refuses an entry that could never match, or would match everything: %j', (blocked) => {
  expect(policy.safeParse({ blocked }).success).toBe(false);
});

test('takes addresses, prefixes and stars of octets', () => {
  const networks = ['192.0.2.7', '192.0.2.0/24', '192.0.2.*', '2001:db8::/32'];
  expect(policy.parse({ blocked: { networks } }).blocked.networks).toEqual(networks);
});
