import { expect, test } from '@jest/globals';
import { ttlCache } from '../../src/storage/dynamodb/ttl-cache.ts';

const aCache = () => {
  const state = { now: 1000, revision: '1' };
  const cache = ttlCache<string>({ ttlMs: 60_000, now: () => state.now, revision: () => state.revision });
  return { state, cache };
};

test('what was read is known for its time, of its site only', () => {
  const { state, cache } = aCache();
  expect(cache.read('gare').keep('policy')).toBe('policy');
  expect(cache.read('gare').known).toBe('policy');
  expect(cache.read('port').known).toBeUndefined();
  state.now += 59_999;
  expect(cache.read('gare').known).toBe('policy');
  state.now += 1;
  expect(cache.read('gare').known).toBeUndefined();
});

test('nothing is known any longer once the database tells of a change', () => {
  const { state, cache } = aCache();
  cache.read('gare').keep('policy');
  state.revision = '2';
  expect(cache.read('gare').known).toBeUndefined();
  cache.read('gare').keep('other policy');
  expect(cache.read('gare').known).toBe('other policy');
});

test('what was read before a change is not taken for what stands after it', () => {
  const { state, cache } = aCache();
  const { keep } = cache.read('gare');
  state.revision = '2';
  keep('read too early');
  expect(cache.read('gare').known).toBeUndefined();
});

test('a TTL of 0 caches nothing', () => {
  const never = ttlCache<string>({ ttlMs: 0, now: () => 1000 });
  never.read('gare').keep('policy');
  expect(never.read('gare').known).toBeUndefined();
});
