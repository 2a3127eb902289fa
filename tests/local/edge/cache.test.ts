import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCache } from '../../../local/edge/cache.ts';

const cacheOf = (entriesMax: number, bytesMax: number) => createCache<string>({ entriesMax, bytesMax });
const always = { bytes: 1, untilMs: Number.POSITIVE_INFINITY };

test('a value is there until its time is over, and not a millisecond longer', () => {
  const cache = cacheOf(9, 9);
  cache.put('a', 'A', { bytes: 1, untilMs: 100 }, 0);
  expect(cache.get('a', 99)).toBe('A');
  expect(cache.get('a', 100)).toBeUndefined();
  expect(cache.size()).toEqual({ entries: 0, bytes: 0 });
});

test('what nobody asks for any more leaves with the next value once its time is over', () => {
  const cache = cacheOf(9, 9);
  cache.put('a', 'A', { bytes: 2, untilMs: 100 }, 0);
  cache.put('b', 'B', { bytes: 3, untilMs: 200 }, 100);
  expect(cache.size()).toEqual({ entries: 1, bytes: 3 });
});

test('a value whose time is over when it comes is not kept, and takes the old one along', () => {
  const cache = cacheOf(9, 9);
  cache.put('a', 'old', always, 0);
  cache.put('a', 'new', { bytes: 1, untilMs: 100 }, 100);
  expect(cache.get('a', 0)).toBeUndefined();
});

test('with too many entries, the one used longest ago leaves', () => {
  const cache = cacheOf(2, 99);
  cache.put('a', 'A', always, 0);
  cache.put('b', 'B', always, 0);
  cache.get('a', 0);
  cache.put('c', 'C', always, 0);
  expect(['a', 'b', 'c'].map((key) => cache.get(key, 0))).toEqual(['A', undefined, 'C']);
});

test('with too many bytes, as many leave as it takes', () => {
  const cache = cacheOf(99, 10);
  for (const key of ['a', 'b', 'c']) cache.put(key, key, { ...always, bytes: 3 }, 0);
  cache.put('d', 'd', { ...always, bytes: 5 }, 0);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key, 0))).toEqual([undefined, undefined, 'c', 'd']);
  expect(cache.size()).toEqual({ entries: 2, bytes: 8 });
});

test('one value larger than the whole cache drives nothing out', () => {
  const cache = cacheOf(9, 10);
  cache.put('a', 'A', always, 0);
  cache.put('b', 'B', { ...always, bytes: 11 }, 0);
  expect([cache.get('a', 0), cache.get('b', 0)]).toEqual(['A', undefined]);
});

test('a value that grows counts for what it has become', () => {
  const cache = cacheOf(9, 10);
  cache.put('a', 'A', always, 0);
  cache.put('b', 'B', always, 0);
  cache.grow('b', 'B', 9);
  expect([cache.get('a', 0), cache.get('b', 0), cache.size().bytes]).toEqual([undefined, 'B', 10]);
});

test('a value that was replaced grows no more', () => {
  const cache = cacheOf(9, 10);
  cache.put('a', 'old', always, 0);
  cache.put('a', 'new', always, 0);
  cache.grow('a', 'old', 5);
  cache.grow('none', 'old', 5);
  expect(cache.size()).toEqual({ entries: 1, bytes: 1 });
});

test('whatever is done to it, it stays within its bounds and knows its size', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    bytes: fc.nat(12),
    forMs: fc.nat(9),
    used: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    more: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cache = createCache<{ bytes: number }>({ entriesMax: 3, bytesMax: 10 });
      const put = new Map<string, { bytes: number }>();
      for (const [nowMs, { key, bytes, forMs, used, more }] of steps.entries()) {
        const value = { bytes };
        put.set(key, value);
        cache.put(key, value, { bytes, untilMs: nowMs + forMs }, nowMs);
        const grown = cache.get(used, nowMs) ?? { bytes: 0 };
        expect([put.get(used), { bytes: 0 }]).toContainEqual(grown);
        cache.grow(used, grown, more);
        grown.bytes += more;
        expect(cache.size().entries).toBeLessThanOrEqual(3);
        expect(cache.size().bytes).toBeLessThanOrEqual(10);
      }
      const left = [...put].filter(([key]) => cache.get(key, 0) !== undefined);
      const sum = left.reduce((total, [, { bytes }]) => total + bytes, 0);
      expect(cache.size()).toEqual({ entries: left.length, bytes: sum });
    }),
  );
});
