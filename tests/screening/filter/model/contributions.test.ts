import { expect, test } from '@jest/globals';
import { vectorOf } from '../../../../src/screening/filter/features/vector.ts';
import { contributionsOf } from '../../../../src/screening/filter/model/contributions.ts';
import { logOdds } from '../../../../src/screening/filter/model/model.ts';
import { shippedModel } from '../../../../src/screening/filter/model/shipped-model.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';

const model = shippedModel();

test.each([
  { text: '' },
  { text: 'La digue a tenu cette nuit, merci à tous.', author: 'Maëlle' },
  {
    text: 'Jouez au casino, casino, bonus 500 € http://casino.example.xyz/free',
    author: 'casino en ligne',
    url: 'http://casino-bonus.example.xyz/',
    email: 'a1234@example.com',
    title: 'La digue',
  },
])('all contributions add up to the comment’s log-odds: %j', (input) => {
  const reading = read(input);
  const all = contributionsOf(model, reading);
  const sum = all.reduce((total, { odds }) => total + odds, model.bias);
  expect(sum).toBeCloseTo(logOdds(model, vectorOf(reading)), 4);
  expect(all.every(({ feature }) => feature !== '')).toBe(true);
  expect(all.map(({ odds }) => -Math.abs(odds))).toEqual(
    all.map(({ odds }) => -Math.abs(odds)).toSorted((a, b) => a - b),
  );
});
