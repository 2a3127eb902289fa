import { expect, test } from '@jest/globals';
import { withFirst } from '../../../src/comment/display/first-of-month.ts';
import { languages } from '../../../src/comment/site.ts';
import { timeFormat } from '../../../src/pages/time.ts';

const told = (day: number) =>
  languages.map((language) => timeFormat(language, 'UTC')(Date.UTC(2026, 11, day, 13)).markup);

test('the first of a month, and no other day, is an ordinal in French', () => {
  const markup = told(1).join();
  expect(markup).toContain('>1er décembre 2026 à 13:00 UTC<');
  expect(markup).toContain('>1 December 2026');
  for (const day of [2, 11, 21, 31]) expect(told(day).join()).toContain(`>${day} décembre 2026`);
});

test('of a time without a date nothing is changed', () => {
  expect(withFirst('13:01')).toBe('13:01');
  expect(withFirst('1:05')).toBe('1:05');
});
