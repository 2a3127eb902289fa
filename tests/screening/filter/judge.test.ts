import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../../src/comment/policy.ts';
import { bandOf, outcomeOf } from '../../../src/screening/filter/judge.ts';
import { read } from '../../../src/screening/filter/reading.ts';
import { SHARES, thresholdFor } from '../../../src/screening/filter/thresholds.ts';

const stranger = { proven: false, approved: 0 };
const known = { proven: true, approved: 1 };
const band = { holdFrom: 1, spamFrom: 2 };

test('goes by its thresholds', () => {
  expect([0.9, 1, 1.9, 2].map((odds) => outcomeOf(odds, band, stranger))).toEqual([
    ...['approve', 'hold', 'hold', 'spam'],
  ]);
});

test('an author whom the site has approved before is at most held', () => {
  expect([0.9, 1, 9].map((odds) => outcomeOf(odds, band, known))).toEqual(['approve', 'hold', 'hold']);
  expect(outcomeOf(9, { ...band, holdFrom: Number.POSITIVE_INFINITY }, known)).toBe('hold');
  expect(outcomeOf(9, band, { proven: false, approved: 7 })).toBe('spam');
});

const thresholds = SHARES.map((_, nth) => 8 - nth);
const byLanguage = { any: thresholds, fr: thresholds.map((odds) => odds - 1.5) };

test('a share that is known has the threshold of the calibration', () => {
  expect(SHARES.map((share) => thresholdFor(thresholds, share))).toEqual(thresholds);
  expect(thresholdFor(thresholds, null)).toBe(Number.POSITIVE_INFINITY);
});

test('the more honest comments may be held, the lower the threshold', () => {
  const percent = fc.double({ min: 0.01, max: 20, noNaN: true });
  fc.assert(
    fc.property(fc.array(percent, { minLength: 2 }), (shares) => {
      const rising = shares.toSorted((a, b) => a - b).map((share) => thresholdFor(thresholds, share));
      expect(rising).toEqual(rising.toSorted((a, b) => b - a));
    }),
  );
});

test('a language only widens the band that people look at', () => {
  const bandFor = (text: string, article: 'fr' | 'en' = 'en') =>
    bandOf({ thresholds: byLanguage }, defaultPolicy.learnedFilter, read({ text }), article);
  const { holdFrom, spamFrom } = bandFor('Hello to all of you');
  expect(bandFor('Привет мой друг, как дела у тебя')).toEqual({ holdFrom, spamFrom: spamFrom + 2 });
  expect(bandFor('Bonjour à tous, comment allez-vous ?', 'fr')).toEqual({
    ...{ holdFrom: holdFrom - 1.5, spamFrom },
  });
  expect(bandFor('Não concordo com o autor, mas foi um bom texto')).toEqual({
    ...{ holdFrom, spamFrom: spamFrom + 2 },
  });
  expect(bandFor('Hello to all of you', 'fr')).toEqual({ holdFrom, spamFrom });
});
