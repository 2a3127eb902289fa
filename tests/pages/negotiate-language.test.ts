import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../src/comment/site.ts';
import { negotiateLanguage, requestedLanguage } from '../../src/pages/negotiate-language.ts';

test.each([
  ['en-US,en;q=0.9,fr;q=0.8', 'en'],
  ['fr-CA', 'fr'],
  ['de, EN ; Q=0.4, fr;q=0.3', 'en'],
  ['en;q=0.2, fr;q=0.9', 'fr'],
  ['en;q=0, fr;q=0.1', 'fr'],
  ['en, fr', 'en'],
  ['en;q=0.5, *;q=0.5', 'en'],
  ['fr;q=0, *', 'en'],
  ['fr-FR;q=0, *;q=0.1', 'en'],
  ['*;q=0.5, fr;q=0.1', 'en'],
  ['*;q=0.5, en;q=0.1', 'fr'],
  ['fr;q=0', 'en'],
  ['de, fr;q=0', 'en'],
  ['*;q=0, en;q=0.1', 'en'],
])('%s asks for %s', (header, language) => {
  expect(negotiateLanguage(header, language === 'fr' ? 'en' : 'fr')).toBe(language);
});

test.each([
  undefined,
  '',
  'de',
  '*',
  'de, *;q=0.5',
  '*;q=0',
  'fr;q=0, en;q=0',
  'en;q=0, fr;q=0, *',
  'en;q=0',
  'en;q=2',
  'en;q=abc',
  ';;,,=',
  'english',
])('the site decides for a reader who sends %s', (header) => {
  expect(negotiateLanguage(header, 'fr')).toBe('fr');
  expect(negotiateLanguage(header?.replace('en', 'fr'), 'en')).toBe('en');
});

test.each([
  ['lang=en', 'fr', 'en'],
  ['article=a&lang=fr-CA', 'en', 'fr'],
  ['article=a&lang=fr_FR', 'en', 'fr'],
  ['lang=de', 'en', 'en'],
  ['lang=de', 'de', 'fr'],
  ['lang=', undefined, 'fr'],
  [undefined, 'en', 'en'],
])('%s before the header %s is answered in %s on a French site', (query, header, language) => {
  expect(requestedLanguage(query, header, 'fr')).toBe(language);
});

test('any header gets one of our languages', () => {
  fc.assert(fc.property(fc.string(), (header) => languages.includes(negotiateLanguage(header, 'en'))));
});

test.each([
  ['1,000 characters', ' '.repeat(998), ' '],
  ['20 languages', 'de,'.repeat(19), 'de,'],
])('of a header %s are read and no more', (_, most, more) => {
  expect(negotiateLanguage(`${most}en`, 'fr')).toBe('en');
  expect(negotiateLanguage(`${most}${more}en`, 'fr')).toBe('fr');
});
