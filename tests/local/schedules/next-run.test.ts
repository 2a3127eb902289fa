import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSchedule } from '../../../local/schedules/next-run.ts';
import { schedulesOf } from '../../../local/schedules/run-schedules.ts';
import { readStack } from '../../../local/stack.ts';

const time = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
const rate = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.constantFrom('minute', 'hour', 'day'))
  .map(([count, unit]) => `rate(${count} ${unit}${count === 1 ? '' : 's'})`);
const cron = fc
  .tuple(fc.integer({ min: 0, max: 59 }), fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constant('*')))
  .map(([minute, hour]) => `cron(${minute} ${hour} * * ? *)`);

test('the next run is later, and there is none between', () => {
  fc.assert(
    fc.property(
      fc.oneof(rate, cron),
      time,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (expression, after, part) => {
        const nextRun = parseSchedule(expression);
        const next = nextRun(after);
        expect(next).toBeGreaterThan(after);
        const between = Math.floor(after + (next - 1 - after) * part);
        expect(nextRun(between)).toBe(next);
      },
    ),
  );
});

test('runs of a rate are its period apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), time, (count, after) => {
      const nextRun = parseSchedule(`rate(${count} minute${count === 1 ? '' : 's'})`);
      const first = nextRun(after);
      expect(nextRun(first) - first).toBe(count * 60_000);
    }),
  );
});

test('a cron expression runs at its minute and hour, UTC', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 23 }),
      time,
      (minute, hour, after) => {
        const next = new Date(parseSchedule(`cron(${minute} ${hour} * * ? *)`)(after));
        expect([next.getUTCHours(), next.getUTCMinutes(), next.getTime() % 60_000]).toEqual([
          hour,
          minute,
          0,
        ]);
        expect(next.getTime() - after).toBeLessThanOrEqual(86_400_000);
      },
    ),
  );
});

test('an hour of * runs every hour', () => {
  const nextRun = parseSchedule('cron(5 * * * ? *)');
  expect(new Date(nextRun(Date.UTC(2026, 0, 1, 10, 5))).toISOString()).toBe('2026-01-01T11:05:00.000Z');
});

test.each([
  'rate(0 minutes)',
  'rate(1 minutes)',
  'rate(2 hour)',
  'rate(1 week)',
  'rate(1.5 hours)',
  'cron(60 0 * * ? *)',
  'cron(0 24 * * ? *)',
  'cron(0/5 * * * ? *)',
  'cron(0 3 ? * MON *)',
  'cron(0 3 * * *)',
  '0 3 * * *',
  '',
])('what is not understood is refused: %j', (expression) => {
  expect(() => parseSchedule(expression)).toThrow('understood');
});

test('every schedule of the real stack is understood and names its job', () => {
  const schedules = schedulesOf(readStack());
  expect(schedules.length).toBeGreaterThan(0);
  for (const { functionName, input } of schedules)
    expect(input).toEqual({ job: functionName, dryRun: false });
});
