import { expect, test } from '@jest/globals';
import type * as z from 'zod';
import { fr } from '../../browser/moderation/words/refusals/fr.ts';
import { policyDocument } from '../../src/api/policy/policy-document-schema.ts';
import { readOrRefuse } from '../../src/api/read-or-refuse.ts';
import { Refusal } from '../../src/comment/refusal.ts';

const refusedBy = (schema: z.ZodType, value: unknown): readonly string[] => {
  try {
    readOrRefuse(schema, value);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.fields.map(({ detail }) => detail);
  }
};

const list = (key: string, ...entries: readonly unknown[]) => ({ blocked: { [key]: entries } });
const fixture = { comment: { author: 'A', text: 'Bonjour' }, expected: 'publish' };

test.each([
  ['an unknown setting', { casino: 1 }],
  ['a text for a number', { links: { holdFrom: '2' } }],
  ['a fraction', { links: { holdFrom: 1.5 } }],
  ['too little and too much', { links: { holdFrom: 0 }, text: { charactersMax: 20_000, capitalsMax: 1.5 } }],
  ['a list for an object', { articles: [], checks: [], links: [] }],
  ['an unknown mode', { checks: { links: 'on' } }],
  ['a number for a switch', { bans: { listed: 1 } }],
  ['a text for a list', { blocked: { words: 'casino' } }],
  ['words without letters', list('words', '*', '\u200B', '')],
  [
    'long words and many of them',
    { blocked: { words: ['x'.repeat(101)] }, suspect: { words: Array(5_001).fill('a') } },
  ],
  ['domains that are none', list('domains', 'spam', 'spam.example/page')],
  ['addresses that are none', list('emails', 'jean')],
  ['networks that are none', list('networks', 'voisin1', '0.0.0.0/0')],
  ['articles that are none', { articles: { '': {}, 'https://[': {} } }],
  ['an article in two spellings', { articles: { 'https://a.example/b': {}, 'https://a.example/b/': {} } }],
  [
    'an example without words',
    {
      fixtures: [
        { ...fixture, comment: { author: '', text: ' ' } },
        { ...fixture, approved: -1 },
      ],
    },
  ],
  ['an example that names two lines', { fixtures: [{ ...fixture, name: 'a\nb' }] }],
  ['too many examples', { fixtures: Array(201).fill(fixture) }],
])('what is wrong with %s is said in French', (_, policy) => {
  const details = refusedBy(policyDocument, policy);
  expect(details.length).toBeGreaterThan(0);
  for (const detail of details) {
    const said = fr.detail(detail);
    expect([detail, said]).not.toEqual([detail, 'Cette valeur ne convient pas.']);
    expect(said).not.toMatch(/\b(It|must|the)\b/);
  }
});

test('numbers and plurals are those of French, and what is not known is not said in English', () => {
  expect(fr.detail('It must have at most 10,000 characters.')).toBe(
    'Il y faut au plus 10\u202F000 caractères.',
  );
  expect(fr.detail('It must have at least 1 character.')).toBe('Il y faut au moins 1 caractère.');
  expect(fr.detail('It must have at most 5,000 entries.')).toBe('Il y faut au plus 5\u202F000 entrées.');
  expect(fr.detail('It must be at least 0.1.')).toBe('Indiquez au moins 0,1.');
  expect(fr.detail('Something else.')).toBe('Cette valeur ne convient pas.');
});
