import { setImmediate as turn } from 'node:timers/promises';
import { jest } from '@jest/globals';

const SECOND_MS = 1000;
export const MINUTE_S = 60;
export const HOUR_S = 60 * MINUTE_S;
export const DAY_S = 24 * HOUR_S;

/** Stops the clock that functions read, at a moment; it moves on only when told to. */
export const stopClock = (time = Date.now()) => {
  let now = time;
  const reading = jest.spyOn(Date, 'now').mockImplementation(() => now);
  return {
    now: () => now,
    pass: (seconds: number) => {
      now += seconds * SECOND_MS;
    },
    restart: () => reading.mockRestore(),
  };
};

/** The machine's own clock, also while a test stops what functions read. */
const { now: machineTime } = Date;
let latest = 0;

/**
 * Does one thing after another in another millisecond: ids of the same one sort by chance.
 * Things that are begun side by side have no order.
 */
export const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
  while (machineTime() <= latest) await turn();
  try {
    return await act();
  } finally {
    latest = machineTime();
  }
};
