import { expect, test } from '@jest/globals';
import { DAY_MS, dayOf } from '../../src/comment/time.ts';
import { forgetNetworks } from '../../src/use-cases/forget-networks.ts';
import { anId, aSite, NOW } from '../storage/with-store.ts';

const DUE = dayOf(NOW - 31 * DAY_MS);
const LATER = dayOf(NOW - 10 * DAY_MS);
/** Comments on each day, of articles with six each: 30 of 330 are due, which is no large share. */
const articlesOn = new Map([
  [DUE, ['due-1', 'due-2', 'due-3', 'due-4', 'due-5']],
  [LATER, Array.from({ length: 50 }, (_, nth) => `later-${nth}`)],
]);

/** A run after a pause, which has time for so many steps. */
const runFor = async (steps: number) => {
  let [left, isOver, readLate] = [steps, false, 0];
  const checkpoints: (string | undefined)[] = [];
  const store = {
    listSites: async () => [aSite({ id: 'demo' }), aSite({ id: 'autre' })],
    listTouched: async (site: string, day: string) => {
      if (isOver) readLate += 1;
      return { items: site === 'demo' ? (articlesOn.get(day) ?? []) : [] };
    },
    listNetworked: async (site: string, article: string) =>
      Array.from({ length: 6 }, (_, n) => ({ site, article, id: anId(n) })),
    forgetNetwork: async () => true,
    readCheckpoint: async () => undefined,
    saveCheckpoint: async (_job: string, _site: string, checkpoint: string | undefined) => {
      checkpoints.push(checkpoint);
    },
  };
  const hasTime = () => {
    left -= 1;
    isOver ||= left < 0;
    return !isOver;
  };
  const tally = await forgetNetworks({ store }, { now: NOW, dryRun: false, hasTime });
  return { tally, readLate, checkpoints };
};

test.each([0, 1, 4, 6, 10, 30, 56])(
  'a count after a pause that has time for %i steps only neither refuses nor forgets, and reads nothing more',
  async (steps) => {
    const { tally, readLate, checkpoints } = await runFor(steps);
    expect(tally).toEqual({ days: 0, forgotten: 0, stopped: 0, finished: false });
    expect([readLate, checkpoints]).toEqual([0, []]);
  },
);

test('with time for all of it, what is due is forgotten', async () => {
  const { tally, checkpoints } = await runFor(1000);
  expect(tally).toMatchObject({ forgotten: 30, stopped: 0, finished: true });
  expect(checkpoints).toEqual([DUE, DUE]);
});
