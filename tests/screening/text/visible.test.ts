import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isVisible, visibleCount, visibleLength } from '../../../src/screening/text/visible.ts';

const unseen = [
  ...[' ', '\t', '\n', '\0', '\u0085', '\u00A0', '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u17B4'],
  ...['\u180E', '\u2003', '\u200B', '\u200D', '\u200E', '\u2028', '\u202E', '\u202F', '\u2060', '\u2064'],
  ...['\u2067', '\u2800', '\u3000', '\u3164', '\uFE0F', '\uFEFF', '\uFFA0', '\uFFF9', '\uFFFC', '\u{1D159}'],
  ...['\u{1D173}', '\u{13441}', '\u{E0001}', '\u{E0061}', '\u{E0100}'],
];

test('finds no text visible that is made of spaces and invisible characters', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...unseen)), (characters) => {
      expect(isVisible(characters.join(''))).toBe(false);
    }),
  );
});

test.each(['a', '.', '0', 'é', '漢', 'क', '👍', '❤️', '⠃', '\uFFFD', '\u200Ba\u200B'])(
  'finds %s visible',
  (text) => {
    expect(isVisible(text)).toBe(true);
  },
);

test('measures from the first visible character to the last, and counts the visible ones', () => {
  expect(visibleLength(' \u200B😀 a \u3164')).toBe(3);
  expect(visibleCount(' \u200B😀 a \u3164')).toBe(2);
  expect(visibleLength('\u2800')).toBe(0);
});
