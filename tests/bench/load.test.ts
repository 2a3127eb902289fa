import { expect, test } from '@jest/globals';
import { runLoad } from '../../bench/load/run-load.ts';
import { median, percentile } from '../../bench/load/statistics.ts';

test('the median of an even number of values is the mean of the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, Number.NaN]);
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 200 }, (_, at) => 200 - at);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([100, 198, 200]);
});

test('a load makes as many calls as asked, never more at once than asked', async () => {
  let underWay = 0;
  let most = 0;
  const { latenciesMs } = await runLoad({ count: 50, atOnce: 8 }, async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
  });
  expect([latenciesMs.length, most]).toEqual([50, 8]);
});

test('a load ends with the first call that fails', async () => {
  const load = runLoad({ count: 3, atOnce: 1 }, () => Promise.reject(new Error('wrong answer')));
  await expect(load).rejects.toThrow('wrong answer');
});
