import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FLOOD_MEMORY, NETWORK_MEMORY, type Policy } from '../../../src/comment/policy.ts';
import type { Evidence } from '../../../src/screening/check.ts';
import { flood } from '../../../src/screening/checks/flood.ts';
import { noFlood } from '../../journeys/with-backend.ts';
import { anEvidence, aPolicy, NOW } from '../../make.ts';

const S = 1000;
const ago = (seconds: readonly number[]) => seconds.map((one) => NOW - one * S);
const off = noFlood.flood;
const stranger = { proven: false, approved: 0, refused: 0, spam: 0, unseen: 0 };
const on = (stated: Partial<Evidence>, rules: Partial<Policy['flood']> = {}) =>
  flood.run(anEvidence({ policy: aPolicy({ flood: rules }), ...stated }));
const ofPerson = (seconds: readonly number[], rules: Partial<Policy['flood']> = {}) =>
  on({ earlier: ago(seconds) }, rules);
const ofNetwork = (count: number, stated: Partial<Evidence> = {}) =>
  on({ neighbours: ago(Array.from({ length: count }, (_, n) => n + 1)), author: stranger, ...stated });

test('refuses a person’s comment sooner than the pause, and says when it may come again', () => {
  expect(ofPerson([10])).toMatchObject({
    outcome: 'refuse',
    refusal: { code: 'too-many-comments', retryAfterS: 5 },
  });
  expect(ofPerson([15])).toBeUndefined();
});

test('lets a newcomer’s token tell of the comment it was given for, which counts in every window, once', () => {
  const after = (seconds: number, stated: Partial<Evidence> = {}, rules: Partial<Policy['flood']> = {}) =>
    on({ tokenAt: NOW - seconds * S, ...stated }, rules);
  expect(after(10)).toMatchObject({ outcome: 'refuse', refusal: { retryAfterS: 5 } });
  expect(after(15)).toBeUndefined();
  expect(after(4, { earlier: ago([9]) })).toMatchObject({ refusal: { retryAfterS: 11 } });
  expect(after(9, { earlier: ago([4]) })).toMatchObject({ refusal: { retryAfterS: 11 } });
  expect(after(20, { earlier: ago([40, 60, 80]) })).toBeUndefined();
  expect(after(20, { earlier: ago([40, 60, 80, 100]) })).toMatchObject({ outcome: 'hold' });
  expect(after(40, { earlier: ago([40, 60, 80, 100]) })).toBeUndefined();
  expect(after(100, { earlier: ago([40]) }, { perDay: 2 })).toMatchObject({
    refusal: { retryAfterS: 86_400 - 100 },
  });
  expect(after(1, {}, { pauseS: null })).toBeUndefined();
});

test('holds a person’s sixth comment within ten minutes until the first of them is ten minutes old', () => {
  expect(ofPerson([20, 60, 120, 300, 550])).toMatchObject({ outcome: 'hold' });
  expect(ofPerson([20, 60, 120, 300, 600])).toBeUndefined();
});

test('refuses a person’s thirty-first of a day, and names the longest of several waits', () => {
  const everyQuarter = Array.from({ length: 30 }, (_, nth) => 5 + nth * 900);
  expect(ofPerson(everyQuarter)).toMatchObject({ refusal: { retryAfterS: 86_400 - (5 + 29 * 900) } });
});

test('takes a class behind one address; holds its eleventh in ten minutes, and refuses the thirty-first until there is room', () => {
  expect(ofNetwork(9)).toBeUndefined();
  expect(ofNetwork(10)).toMatchObject({ outcome: 'hold' });
  expect(ofNetwork(29)).toMatchObject({ outcome: 'hold' });
  expect(ofNetwork(30)).toMatchObject({ outcome: 'refuse', refusal: { retryAfterS: 570 } });
});

test('lets nobody who earned trust answer for their network, and everybody else', () => {
  const regular = { ...stranger, proven: true, approved: 1 };
  expect(ofNetwork(34, { author: regular })).toBeUndefined();
  for (const author of [
    { ...regular, approved: 0 },
    { ...regular, spam: 1 },
    { ...regular, refused: 1 },
  ])
    expect(ofNetwork(34, { author })).toMatchObject({ outcome: 'refuse' });
  // A site that trusts everybody has nobody who earned it.
  const policy = aPolicy({ firstComment: { approvedMin: 0 } });
  expect(ofNetwork(34, { author: { ...regular, approved: 0 }, policy })).toMatchObject({ outcome: 'refuse' });
});

test('holds everybody where a whole site is written full, and in the end refuses', () => {
  const rules = { siteHoldPer10Min: 50, sitePer10Min: 80 };
  expect(on({ siteRecent: 49 }, rules)).toBeUndefined();
  expect(on({ siteRecent: 50 }, rules)).toMatchObject({ outcome: 'hold' });
  expect(on({ siteRecent: 80 }, rules)).toMatchObject({ outcome: 'refuse', refusal: { retryAfterS: 600 } });
});

test('looks at no window that is switched off', () => {
  const many = { earlier: ago(Array(40).fill(0)), neighbours: ago(Array(34).fill(0)), siteRecent: 99_999 };
  expect(on({ ...many, author: stranger }, off)).toBeUndefined();
});

const limit = (most: number) => fc.option(fc.integer({ min: 1, max: most }));
const rules = fc.record({
  pauseS: fc.option(fc.integer({ min: 1, max: 300 })),
  per10Min: limit(12),
  perDay: limit(12),
  networkHoldPer10Min: limit(12),
  networkPer10Min: limit(12),
});

/** Counts, for one moment, what each window holds, as the policy's words say. */
const outcomeOf = (
  flood: Policy['flood'],
  person: readonly number[],
  network: readonly number[],
  at: number,
) => {
  const within = (times: readonly number[], spanS: number) =>
    times.filter((time) => at - time < spanS * S).length;
  const isFull = (count: number, most: number | null) => most !== null && count >= most;
  const isRefused =
    (flood.pauseS !== null && within(person, flood.pauseS) > 0) ||
    isFull(within(person, 86_400), flood.perDay) ||
    isFull(within(network, 600), flood.networkPer10Min);
  if (isRefused) return 'refuse';
  const isHeld =
    isFull(within(person, 600), flood.per10Min) || isFull(within(network, 600), flood.networkHoldPer10Min);
  return isHeld ? 'hold' : undefined;
};

test('agrees with counting each window anew, whatever the times', () => {
  const gap = fc.oneof(fc.nat(20 * S), fc.nat(700 * S), fc.nat(30_000 * S));
  const visits = fc.array(fc.record({ gap, isPerson: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(rules, visits, (stated, all) => {
      const taking = takingVisits(aPolicy({ flood: { ...off, ...stated } }));
      for (const visit of all) taking(visit);
    }),
  );
});

/** Brings visits to the check, one after the other, and remembers those that are not refused as the guards would. */
const takingVisits = (policy: Policy) => {
  const [person, network]: [number[], number[]] = [[], []];
  let now = NOW;
  return ({ gap, isPerson }: { readonly gap: number; readonly isPerson: boolean }) => {
    now += gap;
    const earlier = isPerson ? person.slice(0, FLOOD_MEMORY) : [];
    const neighbours = network.slice(0, NETWORK_MEMORY);
    const expected = (at: number) => outcomeOf(policy.flood, earlier, neighbours, at);
    const said = flood.run(anEvidence({ policy, now, earlier, neighbours, author: stranger }));
    expect(said?.outcome).toBe(expected(now));
    if (said?.refusal) {
      const free = now + (said.refusal.retryAfterS ?? 0) * S;
      expect([expected(free) === 'refuse', expected(free - S)]).toEqual([false, 'refuse']);
      return;
    }
    network.unshift(now);
    if (isPerson) person.unshift(now);
  };
};
