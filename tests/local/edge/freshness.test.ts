import { expect, test } from '@jest/globals';
import { ageOf, freshnessOf, isFresh, isUsable } from '../../../local/edge/freshness.ts';

const freshness = (cacheControl: string, more: object = {}) =>
  freshnessOf({ status: 200, headers: { 'cache-control': cacheControl, ...more }, body: '' }, 1_000_000);
/** Fresh, stale and usable, or neither, so many seconds after it was asked for. */
const stateAfter = (cacheControl: string, seconds: number, more: object = {}) => {
  const times = freshness(cacheControl, more);
  const nowMs = 1_000_000 + 1000 * seconds;
  if (!times || !isUsable(times, nowMs)) return 'over';
  return isFresh(times, nowMs) ? 'fresh' : 'stale';
};
const PAGE = 'public, max-age=0, s-maxage=10, stale-while-revalidate=60';

test.each([
  [0, 'fresh'],
  [9.999, 'fresh'],
  [10, 'stale'],
  [69.999, 'stale'],
  [70, 'over'],
  [-1, 'over'],
])('after %d s a page of 10 s and 60 s more is %s', (seconds, state) => {
  expect(stateAfter(PAGE, seconds)).toBe(state);
});

test('without stale-while-revalidate it is over when it is no longer fresh', () => {
  expect([stateAfter('s-maxage=10', 9.9), stateAfter('s-maxage=10', 10)]).toEqual(['fresh', 'over']);
});

test('it may be stale from the beginning', () => {
  const header = 's-maxage=0, stale-while-revalidate=5';
  expect([0, 4.9, 5].map((seconds) => stateAfter(header, seconds))).toEqual(['stale', 'stale', 'over']);
});

test.each(['must-revalidate', 'proxy-revalidate'])('%s forbids to serve it stale', (directive) => {
  expect(stateAfter(`${PAGE}, ${directive}`, 10)).toBe('over');
});

test.each([
  'no-store',
  'public, max-age=60',
  '',
  's-maxage=x',
  's-maxage=10, no-store',
  's-maxage=10, private',
  's-maxage=10, no-cache="etag"',
])('an answer that says %j is not stored', (header) => {
  expect(freshness(header)).toBeUndefined();
});

test('an answer that already has an age has that much less time left', () => {
  expect([5.9, 6, 66].map((seconds) => stateAfter(PAGE, seconds, { age: '4' }))).toEqual([
    'fresh',
    'stale',
    'over',
  ]);
});

test('its age is whole seconds since the function was asked', () => {
  const times = freshness(PAGE);
  if (!times) throw new Error('It should be stored.');
  const ages = [0, 999, 1_000, 69_999, -5].map((passed) => ageOf(times, 1_000_000 + passed));
  expect(ages).toEqual(['0', '0', '1', '69', '0']);
});
