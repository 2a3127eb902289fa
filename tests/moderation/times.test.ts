import { expect, test } from '@jest/globals';
import { timesIn } from '../../browser/moderation/shell/times.ts';

test('French counts the first day of a month, and no other', () => {
  const { exact, day } = timesIn('fr-FR', 'Europe/Paris', '');
  expect(exact('2026-11-30T23:30:00Z')).toMatch(/^1er décembre 2026/);
  expect([day('2026-12-01'), day('2026-12-11'), day('2026-12-21')]).toEqual([
    '1er déc.',
    '11 déc.',
    '21 déc.',
  ]);
  expect(timesIn('en-GB', 'Europe/Paris', '').day('2026-12-01')).toBe('1 Dec');
});
