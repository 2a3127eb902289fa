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
