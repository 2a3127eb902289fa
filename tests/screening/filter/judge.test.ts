import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../../src/comment/policy.ts';
import { type Band, bandOf, outcomeOf as outcomeOfBoth } from '../../../src/screening/filter/judge.ts';
import { SHARES, thresholdFor } from '../../../src/screening/filter/model/thresholds.ts';
import { read } from '../../../src/screening/filter/reading/reading.ts';

const stranger = { proven: false, approved: 0 };
const known = { proven: true, approved: 1 };
/** A comment whose passages all score as the whole does. */
const outcomeOf = (odds: number, ...rest: Tail) => outcomeOfBoth({ hold: odds, spam: odds }, ...rest);
type Tail = [band: Band, author: { proven: boolean; approved: number }];
const band = { holdFrom: 1, spamFrom: 2 };

test('applies its thresholds', () => {
  expect([0.9, 1, 1.9, 2].map((odds) => outcomeOf(odds, band, stranger))).toEqual([
    ...['approve', 'hold', 'hold', 'spam'],
  ]);
});

test('holds a comment at most when the site has approved its author before', () => {
  expect([0.9, 1, 9].map((odds) => outcomeOf(odds, band, known))).toEqual(['approve', 'hold', 'hold']);
  expect(outcomeOf(9, { ...band, holdFrom: Number.POSITIVE_INFINITY }, known)).toBe('hold');
  expect(outcomeOf(9, band, { proven: false, approved: 7 })).toBe('spam');
});

test('holds a harmless text with a bad passage, but never calls it spam', () => {
  expect(outcomeOfBoth({ hold: 9, spam: 0 }, band, stranger)).toBe('hold');
});

const thresholds = SHARES.map((_, nth) => 8 - nth);
const raised = (by: number) => ({
  hold: thresholds.map((odds) => odds + by),
  spam: thresholds.map((odds) => odds + by),
});
const byGroup = { en: raised(0), 'en-page': raised(1), fr: raised(2), 'fr-page': raised(3) };

test('a share that the model stores has exactly the stored threshold', () => {
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

test('the text’s language and a stated page choose the thresholds; the site’s language counts only when the text does not reveal its own', () => {
  const bandFor = (text: string, site: 'fr' | 'en' = 'en', url?: string) =>
    bandOf({ thresholds: byGroup }, defaultPolicy.learnedFilter, read({ text, url }), site);
  const { holdFrom, spamFrom } = bandFor('Hello to all of you');
  const by = (odds: number) => ({ holdFrom: holdFrom + odds, spamFrom: spamFrom + odds });
  expect(bandFor('Hello to all of you', 'fr')).toEqual(by(0));
  expect(bandFor('Hello to all of you', 'fr', 'https://example.org')).toEqual(by(1));
  expect(bandFor('Bonjour à tous, comment allez-vous ?', 'en')).toEqual(by(2));
  expect(bandFor('Bonjour à tous, comment allez-vous ?', 'fr', 'https://example.org')).toEqual(by(3));
  expect([bandFor('Super', 'fr'), bandFor('Super', 'en')]).toEqual([by(2), by(0)]);
});

test('a text in a language the filter hardly knows needs more to be held, and even more to be called spam, unless it links', () => {
  const bandFor = (text: string) =>
    bandOf({ thresholds: byGroup }, defaultPolicy.learnedFilter, read({ text }), 'en');
  const { holdFrom, spamFrom } = bandFor('Hello to all of you');
  for (const text of ['Привет мой друг, как дела у тебя', 'Não concordo com o autor, mas foi um bom texto'])
    expect([text, `${text} https://example.org/x`].map(bandFor)).toEqual([
      { holdFrom: holdFrom + 1, spamFrom: spamFrom + 2 },
      { holdFrom, spamFrom: spamFrom + 1 },
    ]);
});
