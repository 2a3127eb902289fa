import { expect, test } from '@jest/globals';
import { groups, SHARES, thresholdFor } from '../../src/screening/filter/model/thresholds.ts';
import { fitThresholds, type ScoredSite } from '../../training/fit-thresholds.ts';
import { randomFrom } from '../../training/random.ts';

/** A site whose scores are spread evenly from `from` to one more. */
const aSite = (from: number, stated: Partial<ScoredSite> = {}): ScoredSite => {
  const scores = Float64Array.from({ length: 4_000 }, (_, nth) => from + 1 - nth / 4_000);
  const site = { name: `site ${from}`, language: 'en', hasPage: false, isMadeUp: false } as const;
  return { ...site, hold: scores, spam: scores, ...stated };
};
const overIn = (site: ScoredSite, from: number) =>
  site.hold.filter((odds) => odds >= from).length / site.hold.length;

test('thresholds are as strict as all sites but the mildest need', () => {
  const [mild, strict] = [aSite(0), aSite(5)];
  const { en } = fitThresholds([mild, strict]);
  for (const percent of [0.2, 0.5, 1, 5]) {
    expect(overIn(strict, thresholdFor(en.hold, percent))).toBeLessThanOrEqual(percent / 100);
    expect(overIn(mild, thresholdFor(en.hold, percent))).toBe(0);
  }
});

test('fewer comments exceed a threshold than allowed, so that other comments of the same site keep within it', () => {
  const random = randomFrom(1);
  const draw = () => {
    const scores = Float64Array.from({ length: 3_000 }, random).sort().reverse();
    return aSite(0, { hold: scores, spam: scores });
  };
  const kept = Array.from({ length: 200 }, () => {
    const { en } = fitThresholds([draw()]);
    return thresholdFor(en.spam, 0.1) >= 0.999;
  });
  expect(kept.filter(Boolean).length / kept.length).toBeGreaterThan(0.75);
});

test('a site with few comments never sets a threshold alone, nor does one site among many', () => {
  const few = { hold: Float64Array.of(99, 98), spam: Float64Array.of(99, 98) };
  expect(thresholdFor(fitThresholds([aSite(0), aSite(0, few)]).en.hold, 0.5)).toBeLessThan(2);
  const madeUp = aSite(5, { hasPage: true, isMadeUp: true });
  const [alone, among] = [
    [madeUp],
    [madeUp, ...Array.from({ length: 40 }, (_, nth) => aSite(0, { name: `blog ${nth}`, hasPage: true }))],
  ].map((sites) => thresholdFor(fitThresholds(sites)['en-page'].hold, 5));
  expect(alone).toBeGreaterThan(5);
  expect(among).toBeLessThan(2);
});

test('French thresholds lie half-way between what French comments say and English ones, and a larger share never has a higher one', () => {
  const random = randomFrom(3);
  const thresholds = fitThresholds([
    aSite(2),
    aSite(0, { language: 'fr' }),
    aSite(3 * random(), { hasPage: true }),
    aSite(-1, { language: 'fr', hasPage: true }),
  ]);
  // French scores are lower by two.
  thresholds.en.hold.forEach((odds, at) => {
    expect(thresholds.fr.hold[at]).toBeCloseTo(odds - 1, 6);
  });
  for (const group of groups)
    expect(thresholds[group].hold).toEqual(thresholds[group].hold.toSorted((a, b) => b - a));
});

test('without any site, the examples that training kept back set all thresholds', () => {
  const keptBack = Array.from({ length: 1_000 }, (_, nth) => ({ score: nth / 1_000, isSpam: nth % 2 === 0 }));
  const { fr } = fitThresholds([], keptBack);
  expect(fr.hold).toHaveLength(SHARES.length);
  expect(fr.hold.every((odds) => odds > 0.8 && odds < 1.01)).toBe(true);
});
