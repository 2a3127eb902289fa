import { expect, test } from '@jest/globals';
import { createBell } from '../../../local/stream/bell.ts';

test('whoever waits is woken by the next ring', async () => {
  const bell = createBell();
  const woken = bell.rung().then(() => 'woken');
  bell.ring();
  expect(await woken).toBe('woken');
});

test('rings that nobody waited for wake the next who waits, once', async () => {
  const bell = createBell();
  bell.ring();
  bell.ring();
  await bell.rung();
  let isWoken = false;
  const waiting = bell.rung().then(() => {
    isWoken = true;
  });
  await Promise.resolve();
  expect(isWoken).toBe(false);
  bell.ring();
  await waiting;
  expect(isWoken).toBe(true);
});

test('a wait may end by itself, and a ring after it is kept', async () => {
  const bell = createBell();
  await bell.rung(1);
  bell.ring();
  await bell.rung();
});
