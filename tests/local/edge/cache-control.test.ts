import { expect, test } from '@jest/globals';
import { cacheControlOf, secondsOf } from '../../../local/edge/cache-control.ts';

test('directives are read whatever their case, spaces and order', () => {
  const directives = cacheControlOf('Public,max-age=0 , S-MaxAge = 10,stale-while-revalidate="60"');
  expect([...directives.keys()]).toEqual(['public', 'max-age', 's-maxage', 'stale-while-revalidate']);
  expect(secondsOf(directives, 's-maxage')).toBe(10);
  expect(secondsOf(directives, 'stale-while-revalidate')).toBe(60);
});

test('what stands in quotes is a value and no directive', () => {
  const directives = cacheControlOf('community="a, no-store", private="set-cookie, x"');
  expect([...directives]).toEqual([
    ['community', 'a, no-store'],
    ['private', 'set-cookie, x'],
  ]);
});

test('no header has no directives', () => {
  expect(cacheControlOf(undefined).size).toBe(0);
  expect(cacheControlOf('').size).toBe(0);
});

test('of two alike the first counts', () => {
  expect(secondsOf(cacheControlOf('s-maxage=1, s-maxage=100'), 's-maxage')).toBe(1);
});

test.each(['', '=', '=-1', '=1.5', '=a', '="1 0"'])('s-maxage%s is no time', (value) => {
  expect(secondsOf(cacheControlOf(`s-maxage${value}`), 's-maxage')).toBeUndefined();
});
