import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { lastRunsIn } from '../../../local/schedules/last-runs.ts';
import { runSchedules } from '../../../local/schedules/run-schedules.ts';
import { withFolder } from '../with-folder.ts';

const folder = withFolder();

const START = Date.UTC(2026, 4, 12, 9, 30);
const MINUTE_MS = 60_000;
const runs: string[] = [];
let isInterrupted = false;
let stop = () => {};

const begin = (noted: Map<string, number>) => {
  const schedules = ['rate(1 hour)', 'cron(17 3 * * ? *)'].map((expression) => ({
    functionName: expression,
    expression,
    input: {},
  }));
  const lastRuns = {
    of: (name: string) => noted.get(name),
    note: (name: string, at: number) => void noted.set(name, at),
  };
  const run = async ({ functionName }: { readonly functionName: string }) => {
    runs.push(functionName);
    if (isInterrupted) throw new Error('The functions are stopped.');
  };
  stop = runSchedules(schedules, run, lastRuns);
  return noted;
};
const crons = () => runs.filter((name) => name.startsWith('cron'));

beforeEach(() => {
  runs.length = 0;
  isInterrupted = false;
  jest.useFakeTimers({ now: START });
  begin(new Map());
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

test('a daily job whose time passed while the server was off runs soon after its start, once', async () => {
  stop();
  const noted = begin(new Map([['cron(17 3 * * ? *)', START - 2 * 24 * 60 * MINUTE_MS]]));
  await jest.advanceTimersByTimeAsync(MINUTE_MS);
  expect(crons()).toHaveLength(1);
  stop();
  begin(noted);
  await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);
  expect(crons()).toHaveLength(1);
});

test('one that did not come to its end before the server did runs again soon after the next start', async () => {
  stop();
  isInterrupted = true;
  const noted = begin(new Map([['cron(17 3 * * ? *)', START - 2 * 24 * 60 * MINUTE_MS]]));
  await jest.advanceTimersByTimeAsync(MINUTE_MS);
  stop();
  isInterrupted = false;
  begin(noted);
  await jest.advanceTimersByTimeAsync(MINUTE_MS);
  expect(crons()).toHaveLength(2);
});

test('what ran is noted in the data folder, and what cannot be read counts as never', () => {
  const lastRuns = lastRunsIn(folder);
  expect(lastRuns.of('purge')).toBeUndefined();
  lastRuns.note('purge', START);
  expect(lastRunsIn(folder).of('purge')).toBe(START);
  writeFileSync(join(folder, 'schedules.json'), '{"purge":"yesterday"');
  expect(lastRunsIn(folder).of('purge')).toBeUndefined();
});
