import { expect, test } from '@jest/globals';
import { momentsOf } from '../../browser/moderation/records/site-days.ts';

const span = (day: string, timeZone: string) => {
  const { since, until } = momentsOf({ since: day, until: day }, timeZone);
  return [since, until];
};

test.each([
  ['2026-11-29', 'UTC', '2026-11-29T00:00:00.000Z', '2026-11-29T23:59:59.999Z'],
  ['2026-11-29', 'America/Los_Angeles', '2026-11-29T08:00:00.000Z', '2026-11-30T07:59:59.999Z'],
  ['2026-07-14', 'Europe/Paris', '2026-07-13T22:00:00.000Z', '2026-07-14T21:59:59.999Z'],
  ['2026-07-14', 'Asia/Kathmandu', '2026-07-13T18:15:00.000Z', '2026-07-14T18:14:59.999Z'],
  // Days of 23 and of 25 hours.
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ['2026-04-05', 'Pacific/Auckland', '2026-04-04T11:00:00.000Z', '2026-04-05T11:59:59.999Z'],
  ['2026-09-27', 'Pacific/Auckland', '2026-09-26T12:00:00.000Z', '2026-09-27T10:59:59.999Z'],
  // Where the clock is put forward at midnight, the day begins at one.
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z', '2026-09-07T02:59:59.999Z'],
])('a filter’s day %s is a day of the clock in %s', (day, timeZone, since, until) => {
  expect(span(day, timeZone)).toEqual([since, until]);
});

test('a filter without days asks for none', () => {
  expect(momentsOf({ action: 'ban' }, 'Europe/Paris')).toEqual({ action: 'ban' });
});
