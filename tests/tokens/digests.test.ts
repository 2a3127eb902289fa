import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDigests, unkeyedDigest } from '../../src/tokens/digests.ts';
import { NOW } from '../storage/with-store.ts';

const digests = createDigests(Buffer.alloc(32, 7));

test('names nobody: a key’s id and 128 bits that the secret alone can make', () => {
  const names = [
    digests.author('demo', 'somebody'),
    digests.email('demo', 'camille@example.org'),
    digests.network('demo', '192.0.2.1', NOW),
    digests.fingerprint('gare', 'Camille', 'camille@example.org', '', 'Un mot.', ''),
  ];
  for (const name of names) expect(name).toMatch(/^\d+:[\w-]{22}$/);
  expect(names.join()).not.toMatch(/camille|192/);
  const others = createDigests(Buffer.alloc(32, 8));
  expect(others.email('demo', 'camille@example.org')).not.toBe(names[1]);
  expect(others.fingerprint('gare', 'Camille', 'camille@example.org', '', 'Un mot.', '')).not.toBe(names[3]);
});

test('knows an e-mail again however it is written, on one site', () => {
  const one = digests.email('demo', 'Camille@Example.org');
  expect(digests.email('demo', 'camille@example.org')).toBe(one);
  expect(digests.email('demo', '\uFF43amille@example.org')).toBe(one);
  expect(digests.email('autre', 'camille@example.org')).not.toBe(one);
  expect(digests.email('demo', 'camille@example.com')).not.toBe(one);
});

test('forgets networks from month to month, in UTC', () => {
  const at = (time: number) => digests.network('demo', '192.0.2.1', time);
  const end = Date.UTC(2026, 3, 1);
  expect(at(end - 1)).toBe(at(Date.UTC(2026, 2, 1)));
  expect(at(end)).not.toBe(at(end - 1));
  expect([at(end - 1).slice(0, 5), at(end).slice(0, 5)]).toEqual(['2603:', '2604:']);
});

test('mixes no purpose with another, and no part with its neighbour', () => {
  const same = [
    digests.author('demo', 'x'),
    digests.email('demo', 'x'),
    digests.network('demo', 'x', NOW),
    digests.author('dem', 'ox'),
  ].map((name) => name.slice(name.indexOf(':')));
  expect(new Set(same).size).toBe(same.length);
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.array(fc.string(), { minLength: 1 }), (a, b) => {
      const isSame = JSON.stringify(a) === JSON.stringify(b);
      expect(Buffer.from(digests.tag(10, ...a)).equals(digests.tag(10, ...b))).toBe(isSame);
      expect(unkeyedDigest(...a) === unkeyedDigest(...b)).toBe(isSame);
    }),
  );
});
