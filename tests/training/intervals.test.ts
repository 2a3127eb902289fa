import { expect, test } from '@jest/globals';
import { bootstrap, drawn, shareInterval } from '../../training/intervals.ts';

test('the interval of a share is Wilson’s', () => {
  const [from, to] = shareInterval(10, 100);
  expect([from.toFixed(4), to.toFixed(4)]).toEqual(['0.0552', '0.1744']);
  expect(shareInterval(0, 0)).toEqual([0, 1]);
  expect(shareInterval(0, 50)[0]).toBe(0);
});

test('a bootstrap’s interval contains the mean, and is the same for the same seed', () => {
  const all = Array.from({ length: 400 }, (_, nth) => nth % 2);
  const mean = () =>
    bootstrap((random) => drawn(all, random).reduce((sum: number, one) => sum + one, 0) / all.length, 1);
  const [from, to] = mean();
  expect(from).toBeGreaterThan(0.43);
  expect(from).toBeLessThan(0.5);
  expect(to).toBeGreaterThan(0.5);
  expect(to).toBeLessThan(0.57);
  expect(mean()).toEqual([from, to]);
});
