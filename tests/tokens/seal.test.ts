import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSeal, derive, joined } from '../../src/tokens/seal.ts';
import { codePoint, grapheme } from '../characters.ts';

const SECRET = Buffer.alloc(32, 7);
const { seal, open } = createSeal(SECRET);
const text = fc.string({ unit: grapheme, minLength: 1, maxLength: 200 });
const bounds = fc.array(fc.string({ unit: grapheme, maxLength: 12 }), { maxLength: 4 });
const isSame = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

test('opens what it sealed, with the same bounds, and with no others', () => {
  fc.assert(
    fc.property(text, bounds, bounds, (said, mine, others) => {
      const token = seal(said, ...mine);
      expect(token).toMatch(/^[\w-]+$/);
      expect(open(token, ...mine)).toBe(said);
      expect(open(token, ...others)).toBe(isSame(mine, others) ? said : undefined);
    }),
  );
});

test('tells bounds apart that only look alike when they are written together', () => {
  const lists = [
    ['ab'],
    ['a', 'b'],
    ['', 'ab'],
    ['ab', ''],
    [],
    [''],
    ['', ''],
    ['a\0b'],
    ['a', '', 'b'],
    ['\0\0\0\u0001a'],
  ];
  for (const mine of lists)
    for (const other of lists) expect(open(seal('x', ...mine), ...other) === 'x').toBe(isSame(mine, other));
});

test('opens nothing that was changed by a bit, cut, grown or spelled another way', () => {
  fc.assert(
    fc.property(text, bounds, fc.nat(), (said, mine, at) => {
      const token = seal(said, ...mine);
      const bytes = Buffer.from(token, 'base64url');
      const bit = at % (bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(bytes.toString('base64url'), ...mine)).toBeUndefined();
      expect(open(token.slice(0, at % token.length), ...mine)).toBeUndefined();
      for (const spelled of [`${token}A`, `${token}=`, `${token}\n`, ` ${token}`, `A${token}`])
        expect(open(spelled, ...mine)).toBeUndefined();
    }),
  );
});

test('opens nothing that was made up', () => {
  fc.assert(fc.property(fc.base64String(), (made) => expect(open(made, 'cursor')).toBeUndefined()));
  fc.assert(fc.property(fc.string({ unit: codePoint }), (made) => expect(open(made)).toBeUndefined()));
});

test('opens nothing of another secret', () => {
  const other = createSeal(Buffer.alloc(32, 8));
  expect(other.open(seal('x', 'a'), 'a')).toBeUndefined();
});

test('says the same thing the same way, and hides it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), (said) => {
      expect(seal(said, 'a')).toBe(seal(said, 'a'));
      expect(seal(said, 'a')).not.toBe(seal(said, 'b'));
      expect(Buffer.from(seal(said, 'a'), 'base64url').includes(said)).toBe(false);
    }),
  );
});

test('never seals two texts under one nonce', () => {
  const nonceOf = (token: string) => Buffer.from(token, 'base64url').subarray(1, 13).toString('hex');
  const nonces = Array.from({ length: 2_000 }, (_, n) => nonceOf(seal(`text ${n}`, 'a')));
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(nonceOf(seal('text', 'a'))).not.toBe(nonceOf(seal('text', 'b')));
});

test('makes a key of its own for each purpose', () => {
  const keys = ['seal', 'seal iv', 'digests', ''].map((purpose) =>
    derive(SECRET, purpose).export().toString('hex'),
  );
  expect(new Set(keys).size).toBe(4);
  expect(keys.every((key) => key.length === 64)).toBe(true);
});

test('no two lists of parts are joined to the same bytes', () => {
  fc.assert(
    fc.property(bounds, bounds, (one, other) => {
      expect(joined(one).equals(joined(other))).toBe(isSame(one, other));
    }),
  );
});
