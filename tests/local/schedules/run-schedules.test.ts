import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runSchedules } from '../../../local/schedules/run-schedules.ts';

const START = Date.UTC(2026, 4, 12, 9, 30);
const MINUTE_MS = 60_000;
const runs: string[] = [];
let stop = () => {};

beforeEach(() => {
  runs.length = 0;
  jest.useFakeTimers({ now: START });
  const schedules = ['rate(1 hour)', 'cron(17 3 * * ? *)'].map((expression) => ({
    functionName: expression,
    expression,
    input: {},
  }));
  stop = runSchedules(schedules, ({ functionName }) => runs.push(functionName));
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

test('a rate runs once the server has started and then at its period, a time of day at that time', () => {
  jest.advanceTimersByTime(MINUTE_MS);
  expect(runs).toEqual(['rate(1 hour)']);
  jest.advanceTimersByTime(24 * 60 * MINUTE_MS);
  expect(runs.filter((name) => name === 'rate(1 hour)')).toHaveLength(25);
  expect(runs.filter((name) => name.startsWith('cron'))).toHaveLength(1);
});

test('schedules go on after a clock that was ahead for a while', () => {
  jest.advanceTimersByTime(MINUTE_MS);
  jest.setSystemTime(Date.UTC(2099, 0, 1));
  jest.advanceTimersByTime(2 * MINUTE_MS);
  jest.setSystemTime(START + 5 * MINUTE_MS);
  runs.length = 0;
  jest.advanceTimersByTime(24 * 60 * MINUTE_MS);
  expect(runs.filter((name) => name === 'rate(1 hour)').length).toBeGreaterThanOrEqual(23);
  expect(runs.filter((name) => name.startsWith('cron'))).toHaveLength(1);
});
