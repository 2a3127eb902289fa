import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trigramFilter } from '../../../src/screening/text/trigrams.ts';

test('passes every fragment that the text contains', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, fragment, after) => {
      expect(trigramFilter(before + fragment + after)(fragment)).toBe(true);
    }),
  );
  expect(trigramFilter('le train est en retard')('casino')).toBe(false);
});
