import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wildcard } from '../../../src/screening/text/wildcard.ts';

/** A reference that tries every run for every star: obviously right, and far too slow for long texts. */
const tryAll = (pattern: string, text: string): boolean => {
  if (pattern === '') return text === '';
  if (pattern[0] !== '*') return text[0] === pattern[0] && tryAll(pattern.slice(1), text.slice(1));
  return Array.from({ length: text.length + 1 }, (_, run) => run).some((run) =>
    tryAll(pattern.slice(1), text.slice(run)),
  );
};

test('agrees with trying every run', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 7 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (stars, letters) => {
      expect(wildcard(stars)(letters)).toBe(tryAll(stars, letters));
    }),
    { numRuns: 2_000 },
  );
});

test('gives no character but the star a special meaning', () => {
  expect(wildcard('a.c')('abc')).toBe(false);
  expect(wildcard('a.*(c')('a.b(c')).toBe(true);
});
