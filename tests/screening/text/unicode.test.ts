import { expect, test } from '@jest/globals';
import { anyClasses, classesFor, isWestern, westernClasses } from '../../../src/screening/text/unicode.ts';

/** Every character that a Western text may hold. */
const western = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isWestern);

test.each(['letters', 'word'] as const)('of Western characters, the same are %s by both classes', (kind) => {
  const foundBy = (source: string) => western.filter((sign) => new RegExp(`[${source}]`, 'u').test(sign));
  const found = foundBy(westernClasses[kind]);
  expect(found).toEqual(foundBy(anyClasses[kind]));
  expect(found.length).toBeGreaterThan(400);
});

test('a text with any other sign is read by Unicode’s tables', () => {
  expect(classesFor('Où est « l’été » ? À 10 €…')).toBe(westernClasses);
  expect(classesFor('Où est я ?')).toBe(anyClasses);
});
