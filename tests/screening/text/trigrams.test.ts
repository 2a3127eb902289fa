import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sieve } from '../../../src/screening/text/trigrams.ts';

test('a sieve lets through whatever the text holds', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, fragment, after) => {
      expect(sieve(before + fragment + after)(fragment)).toBe(true);
    }),
  );
  expect(sieve('le train est en retard')('casino')).toBe(false);
});
