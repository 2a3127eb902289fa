import { expect, test } from '@jest/globals';
import { atOnce } from '../../../local/functions/at-once.ts';

test('lets so many run at once and the others in order, also when one fails', async () => {
  const inTurn = atOnce(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const calls = [0, 1, 2, 3].map((n) =>
    inTurn(async () => {
      started.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 1) throw new Error('It failed.');
      return n;
    }),
  );
  const outcomes = Promise.allSettled(calls);
  expect(started).toEqual([0, 1]);
  ends[1]?.();
  await calls[1]?.catch(() => undefined);
  expect(started).toEqual([0, 1, 2]);
  ends[0]?.();
  await calls[0];
  ends[2]?.();
  ends[3]?.();
  await calls[2];
  ends[3]?.();
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(started).toEqual([0, 1, 2, 3]);
});
