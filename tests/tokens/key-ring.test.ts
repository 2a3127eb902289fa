import { expect, test } from '@jest/globals';
import { createDigests } from '../../src/tokens/digests.ts';
import { isOfOtherKey, readKeyRing, rotated, sealOf, writeKeyRing } from '../../src/tokens/key-ring.ts';
import { createSeal } from '../../src/tokens/seal.ts';

const NOW = Date.UTC(2026, 4, 12);
const FIRST = Buffer.alloc(32, 7);
const fresh = (n: number) => ({ id: Buffer.alloc(3, n), key: Buffer.alloc(32, n) });
const read = (text: string) => readKeyRing(Buffer.from(text));
const first = readKeyRing(FIRST);
const second = read(writeKeyRing(rotated(first, fresh(1), NOW + 1000)));
const third = read(writeKeyRing(rotated(second, fresh(2), NOW + 1000)));

test('a secret that was never rotated seals as it always has', () => {
  expect(sealOf(first, NOW).seal('x', 'receipt')).toBe(createSeal(FIRST).seal('x', 'receipt'));
});

test.each([
  ['its first key', first, second, third],
  ['a later key', second, third, read(writeKeyRing(rotated(third, fresh(3), NOW + 1000)))],
])(
  'what %s sealed opens after one rotation until its time is over, and not after two',
  (_, one, next, last) => {
    const token = sealOf(one, NOW).seal('a comment', 'receipt');
    expect(sealOf(next, NOW).open(token, 'receipt')).toBe('a comment');
    expect(sealOf(next, NOW).open(token, 'cursor')).toBeUndefined();
    expect(sealOf(next, NOW + 1000).open(token, 'receipt')).toBeUndefined();
    expect(sealOf(last, NOW).open(token, 'receipt')).toBeUndefined();
    const later = sealOf(next, NOW).seal('a comment', 'receipt');
    expect(later).not.toBe(token);
    expect(sealOf(next, NOW + 1e12).open(later, 'receipt')).toBe('a comment');
    expect(sealOf(one, NOW).open(later, 'receipt')).toBeUndefined();
  },
);

test('pseudonyms and fingerprints are the same after any rotation', () => {
  const names = [first, second, third].map(({ pseudonyms }) => {
    const { author, fingerprint } = createDigests(pseudonyms);
    return `${author('demo', 'x')} ${fingerprint('gare', 'Un mot.')}`;
  });
  expect(new Set(names).size).toBe(1);
});

test('a token says which key sealed it, so that one that is not known yet is noticed', () => {
  const [of1, of2, of3] = [first, second, third].map((ring) => sealOf(ring, NOW).seal('x')) as [
    string,
    string,
    string,
  ];
  expect([of1, of2, of3].map((token) => isOfOtherKey(second, token))).toEqual([false, false, true]);
  for (const made of ['', 'A', 'Ag', 'AgI', 'not a token', '\u0000'.repeat(9)])
    expect(isOfOtherKey(second, made)).toBe(false);
});

test.each([
  '{',
  '{}',
  '{"pseudonyms":"","sealing":[]}',
  '{"pseudonyms":"c2hvcnQ","sealing":[{"key":"c2hvcnQ"}]}',
])('keys that cannot be read are refused without a word of them: %s', (text) =>
  expect(() => read(text)).toThrow('The secret is damaged'),
);

test('one random secret in 256 begins with a brace, and is a secret like any other', () => {
  const secret = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 0x7b : 255 - at));
  expect(readKeyRing(secret)).toEqual({ pseudonyms: secret, sealing: [{ key: secret }] });
  const ring = rotated(readKeyRing(secret), { id: Uint8Array.of(1, 2, 3), key: secret }, 0);
  expect(readKeyRing(Buffer.from(writeKeyRing(ring))).pseudonyms).toEqual(Buffer.from(secret));
});
