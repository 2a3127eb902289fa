import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FLOOD_MEMORY, type Policy } from '../../../src/comment/policy.ts';
import { flood } from '../../../src/screening/checks/flood.ts';
import { anEvidence, aPolicy, NOW } from '../../make.ts';

const S = 1000;
const on = (secondsAgo: readonly number[], rules: Partial<Policy['flood']> = {}) =>
  flood.run(
    anEvidence({ earlier: secondsAgo.map((ago) => NOW - ago * S), policy: aPolicy({ flood: rules }) }),
  );

test('refuses a comment during the pause, and says when the next one is accepted', () => {
  expect(on([10])).toMatchObject({
    outcome: 'refuse',
    refusal: { code: 'too-many-comments', retryAfterS: 5 },
  });
});

test('accepts a comment as soon as the pause is over', () => {
  expect(on([15])).toBeUndefined();
});

test('refuses a sixth comment within ten minutes until the first of them is ten minutes old', () => {
  expect(on([20, 60, 120, 300, 550])).toMatchObject({ refusal: { retryAfterS: 50 } });
  expect(on([20, 60, 120, 300, 600])).toBeUndefined();
});

test('states the longest of several waits', () => {
  const everyQuarter = Array.from({ length: 30 }, (_, nth) => 5 + nth * 900);

  expect(on(everyQuarter)).toMatchObject({ refusal: { retryAfterS: 86_400 - (5 + 29 * 900) } });
});

test('ignores windows that are switched off', () => {
  expect(on([0, 0, 0, 0, 0, 0, 0], { pauseS: null, per10Min: null, perDay: null })).toBeUndefined();
});

const limit = fc.option(fc.integer({ min: 1, max: 12 }));
const rules = fc.record({
  pauseS: fc.option(fc.integer({ min: 1, max: 300 })),
  per10Min: limit,
  perDay: limit,
});

/** Counts the comments in each window at one time, directly as the policy defines it. */
const isFree = ({ pauseS, per10Min, perDay }: Policy['flood'], times: readonly number[], at: number) => {
  const within = (spanS: number) => times.filter((time) => at - time < spanS * S).length;
  return (
    (pauseS === null || within(pauseS) === 0) &&
    (per10Min === null || within(600) < per10Min) &&
    (perDay === null || within(86_400) < perDay)
  );
};

test('agrees with counting each window anew, whatever the times', () => {
  const gap = fc.oneof(fc.nat(20 * S), fc.nat(700 * S), fc.nat(30_000 * S));
  fc.assert(
    fc.property(rules, fc.array(gap, { maxLength: 60 }), (stated, gaps) => {
      const policy = aPolicy({ flood: stated });
      const taken: number[] = [];
      let now = NOW;
      for (const ms of gaps) {
        now += ms;
        const earlier = taken.slice(0, FLOOD_MEMORY);
        const said = flood.run(anEvidence({ policy, now, earlier }));
        expect(said === undefined).toBe(isFree(policy.flood, earlier, now));
        if (said === undefined) taken.unshift(now);
        else {
          const waitMs = (said.refusal?.retryAfterS ?? 0) * S;
          expect(isFree(policy.flood, earlier, now + waitMs)).toBe(true);
          expect(isFree(policy.flood, earlier, now + waitMs - S)).toBe(false);
        }
      }
    }),
  );
});
