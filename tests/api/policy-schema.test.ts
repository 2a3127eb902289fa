import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type * as z from 'zod';
import { body } from '../../src/api/moderators/change-policy.ts';
import { policyDocument as policy } from '../../src/api/policy/policy-document-schema.ts';
import { readOrRefuse } from '../../src/api/read-or-refuse.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { defaultPolicy, FLOOD_MEMORY, type Policy } from '../../src/comment/policy.ts';
import type { Refusal } from '../../src/comment/refusal.ts';
import { fieldsOf } from './refused.ts';

const read = (value: unknown): Policy => readOrRefuse(policy, value);

/** Compiles only while the schema knows no key that the type does not. */
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
const sameKeys = (known: Mutable<Policy>): z.output<typeof policy> => known;

test('what is left out takes its default', () => {
  expect(read({})).toEqual(defaultPolicy);
  expect(read({ links: { holdFrom: 5 }, flood: {} })).toEqual({ ...defaultPolicy, links: { holdFrom: 5 } });
});

test('a policy reads as itself', () => {
  const known = structuredClone(defaultPolicy) as Mutable<Policy>;
  expect(read(sameKeys(known))).toEqual(defaultPolicy);
});

test('null switches a flood window off, and no other threshold', () => {
  expect(read({ flood: { pauseS: null, per10Min: null, perDay: null } }).flood.perDay).toBeNull();
  expect(fieldsOf(() => read({ links: { holdFrom: null } }))).toEqual(['links.holdFrom']);
});

test('an article that is named twice, in whatever spellings, is refused with the second name', () => {
  const named = (...names: readonly string[]) => ({
    articles: Object.fromEntries(names.map((name, n) => [name, { links: { holdFrom: n + 1 } }])),
  });
  const page = 'https://www.example.fr/gare';
  for (const other of [`${page}?utm_source=mail`, 'HTTP://WWW.EXAMPLE.FR/gare/', `${page}#comment-1`])
    expect(fieldsOf(() => read(named(page, 'gare', other)))).toEqual([`articles.${other}`]);
  expect(fieldsOf(() => read(named('e\u0301t\u00e9', '\u00e9t\u00e9')))).toEqual(['articles.\u00e9t\u00e9']);
  expect(Object.keys(read(named(page, `${page}-2`, 'gare', 'Gare')).articles)).toHaveLength(4);
});

test('what is no article and no object says so', () => {
  const refusal = (given: unknown) => {
    try {
      read(given);
    } catch (error) {
      return (error as Refusal).fields[0];
    }
    return undefined;
  };
  expect(refusal({ articles: { '': {} } })).toEqual({ field: 'articles.', detail: 'It is required.' });
  expect(refusal({ articles: [] })?.detail).toBe('It must be an object.');
  expect(refusal({ checks: [] })?.detail).toBe('It must be an object.');
});

test('unknown keys are refused at every depth', () => {
  const sections = Object.keys(defaultPolicy) as (keyof Policy)[];
  for (const section of sections)
    expect(fieldsOf(() => read({ [section]: { unknown: 1 } }))).toEqual([`${section}.unknown`]);
  expect(fieldsOf(() => read({ unknown: {} }))).toEqual(['unknown']);
  expect(fieldsOf(() => read(JSON.parse('{"links":{"__proto__":{"holdFrom":9}}}')))).toEqual([
    'links.__proto__',
  ]);
});

test.each([
  ['firstComment.approvedMin', -1],
  ['links.holdFrom', 0],
  ['links.holdFrom', 1.5],
  ['links.holdFrom', '2'],
  ['flood.pauseS', 86_401],
  ['flood.per10Min', FLOOD_MEMORY + 1],
  ['flood.perDay', 0],
  ['formToken.maxH', 0],
  ['nearDuplicate.bitsMax', 64],
  ['nearDuplicate.shards', 0],
  ['blocked.words', Array(5_001).fill('a')],
  ['blocked.words.0', ['x'.repeat(101)]],
  ['suspect.emails.0', [' ']],
  ['suspect.domains.0', ['a\nb']],
  ['blocked.networks', 'a'],
  ['text.charactersMax', 10_001],
  ['text.capitalsMax', 1.1],
  ['retention.spamDays', 0],
  ['retention.networkDays', 10_000],
])('bounds %s', (field, value) => {
  const [section = '', key = ''] = field.split('.');
  expect(fieldsOf(() => read({ [section]: { [key]: value } }))).toEqual([field]);
});

test('a stored policy of another version still reads', () => {
  expect(readPolicy({ links: { holdFrom: 5, later: 1 }, later: {} })).toEqual({
    ...defaultPolicy,
    links: { holdFrom: 5 },
  });
});

test('reading never changes the defaults', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (holdFrom) => {
      read({ links: { holdFrom }, blocked: { words: ['a'] } });
      expect(read({})).toEqual(defaultPolicy);
    }),
  );
});

test('a change names the version it looked at, if it wants to be sure', () => {
  expect(readOrRefuse(body(), { policy: {}, version: 3 })).toEqual({
    policy: defaultPolicy,
    version: 3,
  });
  expect(fieldsOf(() => readOrRefuse(body(), { version: -1 }))).toEqual(['policy', 'version']);
});

test('a policy that is wrong forty thousand times is refused for the first twenty', () => {
  const terms = Array(5_000).fill('');
  const list = { words: terms, emails: terms, domains: terms, networks: terms };
  expect(fieldsOf(() => read({ blocked: list, suspect: list }))).toHaveLength(20);
});
