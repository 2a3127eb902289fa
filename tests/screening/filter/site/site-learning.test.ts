import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY_MS } from '../../../../src/comment/time.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';
import { auditOf } from '../../../../src/screening/filter/site/audit.ts';
import { modelUpdateOf, siteOdds } from '../../../../src/screening/filter/site/site-learning.ts';
import {
  learned,
  type ModelUpdate,
  readMemory,
  type SiteMemory,
  unlearned,
} from '../../../../src/screening/filter/site/site-memory.ts';
import { NOW } from '../../../make.ts';

const spam = read({ text: 'Les meilleurs volets roulants de la région', author: 'Volets pas chers' });
const ham = read({ text: 'La digue a tenu, mais le port reste fermé', author: 'Maëlle' });

const teach = (
  decisions: readonly (readonly [boolean, number])[],
): { memory: SiteMemory; changes: ModelUpdate[] } => {
  const changes = decisions.map(([isSpam, now], nth) =>
    modelUpdateOf({ event: `e${nth}`, isSpam, now }, isSpam ? spam : ham, isSpam ? -1 : 1),
  );
  return { memory: changes.reduce(learned, [] as SiteMemory), changes };
};
const both = (times: number, now = NOW) =>
  Array.from(
    { length: times },
    () =>
      [
        [true, now],
        [false, now],
      ] as const,
  ).flat();

test('learns from both classes what the shipped model got wrong', () => {
  const { memory } = teach(both(3));
  expect(siteOdds(memory, spam, NOW)).toBeGreaterThan(1);
  expect(siteOdds(memory, ham, NOW)).toBeLessThan(-1);
});

test('changes no score before three decisions of each class', () => {
  expect(siteOdds(teach(both(2)).memory, spam, NOW)).toBe(0);
  expect(siteOdds(teach(Array.from({ length: 9 }, () => [true, NOW] as const)).memory, spam, NOW)).toBe(0);
});

test('keeps counting by half, not falling silent, when the season of few decisions is over', () => {
  const { memory } = teach(both(3));
  const [first, later] = [siteOdds(memory, spam, NOW), siteOdds(memory, spam, NOW + 90 * DAY_MS)];
  expect(later).toBeGreaterThan(first / 4);
  expect(later).toBeLessThan(first);
});

test('adds up decisions of several seasons to three of each class', () => {
  const memory = [...both(1), ...both(1, NOW + 90 * DAY_MS), ...both(1, NOW + 180 * DAY_MS)];
  expect(siteOdds(teach(memory).memory, spam, NOW + 180 * DAY_MS)).toBeGreaterThan(0);
});

test('learns nothing from a comment that the filter judged right', () => {
  expect(modelUpdateOf({ event: 'e', isSpam: true, now: NOW }, spam, 5).steps).toEqual({});
});

test('never moves a comment by more than four log-odds', () => {
  const one = [true, NOW] as const;
  expect(siteOdds(teach([...both(3), ...Array.from({ length: 500 }, () => one)]).memory, spam, NOW)).toBe(4);
});

test('counts a period half as much each later period, and not at all in the end', () => {
  const { memory } = teach(both(8));
  const [first, later] = [siteOdds(memory, spam, NOW), siteOdds(memory, spam, NOW + 90 * DAY_MS)];
  expect(later).toBeLessThan(first + 1e-9);
  expect(later).toBeGreaterThan(0);
  expect(siteOdds(memory, spam, NOW + 400 * DAY_MS)).toBe(0);
});

test('undoing decisions in any order leaves exactly what the others taught', () => {
  const decisions = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: NOW - 300 * DAY_MS, max: NOW })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(decisions, fc.infiniteStream(fc.boolean()), (all, coin) => {
      const { memory, changes } = teach(all);
      const undone = changes.filter(() => coin.next().value);
      const rest = changes.filter((change) => !undone.includes(change));
      expect(undone.toReversed().reduce(unlearned, memory)).toEqual(rest.reduce(learned, []));
    }),
  );
});

test.each([
  undefined,
  null,
  'x',
  {},
  [{}],
  [{ period: 1, spam: 1, ham: 1, steps: { 9999: 1 } }],
  [{ period: 1, spam: -1, ham: 1, steps: {} }],
  [{ period: 1, spam: 1, ham: 1, steps: { 1: 0.5 } }],
])('treats %j as damaged', (stored) => {
  expect(readMemory(stored)).toBeUndefined();
});

test('reads back a stored memory', () => {
  const { memory } = teach(both(3));
  expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
});

test.each([
  'Le conseil municipal a voté le budget hier, enfin une bonne nouvelle',
  'Merci pour cet article, on y apprend beaucoup sur la vie du port',
  'Je ne suis pas d’accord avec vous : la gare est très bien où elle est',
  'Et dire que tout cela se passe à deux pas de chez nous…',
])('a few advertisements hardly move unrelated comments: %s', (text) => {
  const offers = ['Brest', 'Vannes', 'Dinan', 'Auray', 'Redon', 'Lannion'].map((town, nth) =>
    modelUpdateOf(
      { event: `spam ${nth}`, isSpam: true, now: NOW },
      read({
        text: `À ${town}, la maison des Glycines vous attend : cinq chambres au calme`,
        author: 'Odile',
      }),
      -3,
    ),
  );
  // The filter was right about these, so they only count as decisions.
  const honest = [1, 2, 3].map((n) => modelUpdateOf({ event: `ham ${n}`, isSpam: false, now: NOW }, ham, -4));
  const memory = [...offers, ...honest].reduce(learned, [] as SiteMemory);
  expect(Math.abs(siteOdds(memory, read({ text, author: 'Yann' }), NOW))).toBeLessThan(0.3);
  const again = read({ text: 'La maison des Glycines vous attend à Quimper', author: 'Odile' });
  expect(siteOdds(memory, again, NOW)).toBeGreaterThan(1);
});

test('counts how decisions compare with the filter, until they are undone', () => {
  const silent = {
    check: 'learned-filter',
    version: 2,
    outcome: 'approve',
    score: 0,
    traces: [],
    ms: 0,
  } as const;
  const audit = auditOf([silent], true);
  const change = modelUpdateOf({ event: 'e', isSpam: true, now: NOW, ...(audit ? { audit } : {}) }, spam, -1);
  const memory = learned([], change);
  expect(memory[0]?.audit).toEqual({ 'missed all': 1 });
  expect(unlearned(learned(memory, { ...change, event: 'f' }), change)[0]?.audit).toEqual({
    'missed all': 1,
  });
  expect(unlearned(memory, change)).toEqual([]);
});
