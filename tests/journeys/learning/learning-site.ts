import { afterEach, beforeEach } from '@jest/globals';
import { periodOf, startOf } from '../../../src/screening/filter/site/site-memory.ts';
import { DAY_S, stopClock } from '../../clock.ts';
import { NOW } from '../../storage/with-store.ts';
import { noFlood } from '../with-backend.ts';

/** A site that learns. What it learned is looked at, and must not catch the very comments that are decided on. */
export const learningSite = {
  policy: { ...noFlood, learnedFilter: { holdPercent: null, spamPercent: null } },
  table: 'of-test',
} as const;

/** Stops the clock on the second day of a period of its memory, before each test. */
export const withClockInPeriod = (): Pick<ReturnType<typeof stopClock>, 'now' | 'pass'> => {
  let clock: ReturnType<typeof stopClock>;
  beforeEach(() => {
    clock = stopClock(startOf(periodOf(NOW)) + DAY_S * 1000);
  });
  afterEach(() => clock.restart());
  return { now: () => clock.now(), pass: (seconds) => clock.pass(seconds) };
};
