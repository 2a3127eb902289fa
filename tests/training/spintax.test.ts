import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spin } from '../../training/examples/spintax.ts';
import { randomFrom, shuffled } from '../../training/random.ts';

test('spinning picks one choice of each group, inner groups first', () => {
  const texts = new Set(Array.from({ length: 50 }, (_, seed) => spin('{a|b {c|d}} e', randomFrom(seed))));
  expect([...texts].sort()).toEqual(['a e', 'b c e', 'b d e']);
});

test('the same seed makes the same text', () => {
  const template = '{Bonjour|Salut} {à tous|tout le monde}, {1|2|3|4|5|6|7}';
  expect(spin(template, randomFrom(7))).toBe(spin(template, randomFrom(7)));
});

test('spinning ends on any text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('{', '}', '|', 'a')), (parts) => {
      expect(spin(parts.join(''), randomFrom(1)).length).toBeLessThanOrEqual(parts.length);
    }),
  );
});

test('shuffling keeps every element', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(), (all, seed) => {
      expect(shuffled(randomFrom(seed), all).sort()).toEqual(all.toSorted());
    }),
  );
});
