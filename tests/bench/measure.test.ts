import { expect, test } from '@jest/globals';
import { expectStatus } from '../../bench/load/ask.ts';
import { measure, type Subject } from '../../bench/load/measure.ts';

const answering = (status: number): Subject => ({
  name: 'bare',
  pids: [],
  ask: async () => ({ status, headers: {}, body: 'answer', bytes: 6 }),
});
const amount = { count: 4, atOnce: 2, warmUp: 2 };
const next = () => ({ path: '/' });

test('a measurement asks as often as told after warming up, and once more whether all has followed', async () => {
  let answers = 0;
  let looks = 0;
  const work = {
    next,
    check: () => {
      answers += 1;
    },
    isFollowedUp: async () => {
      looks += 1;
      return answers === 2 || answers === 6;
    },
  };
  const { bytes } = await measure(answering(200), work, amount);
  expect([answers, looks, bytes]).toEqual([6, 2, 6]);
});

test('a measurement fails at an answer that is wrong', async () => {
  const work = { next, check: (answer: Parameters<typeof expectStatus>[0]) => expectStatus(answer, 200) };
  await expect(measure(answering(503), work, amount)).rejects.toThrow('503 instead of 200: answer');
});
