import { expect, test } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '../../../src/comment/time.ts';
import type { Resemblance } from '../../../src/screening/check.ts';
import { nearDuplicate } from '../../../src/screening/checks/near-duplicate.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const a = (stated: Partial<Resemblance>): Resemblance => ({
  bits: 3,
  same: false,
  sameVisitor: false,
  sameArticle: false,
  agoMs: HOUR_MS,
  ...stated,
});
const on = (...resembling: readonly Resemblance[]) =>
  nearDuplicate.run(
    anEvidence({ policy: aPolicy({ nearDuplicate: { withinH: 24, bitsMax: 8 } }), resembling }),
  );

test("holds nearly the same text as another visitor's, and names the nearest", () => {
  expect(on(a({ bits: 8 }), a({ bits: 2, agoMs: 3 * HOUR_MS }))).toMatchObject({
    outcome: 'hold',
    traces: [{ field: 'text', term: "another visitor's 180 min ago, 2 bits off" }],
  });
});

test('its score rises as the texts get closer', () => {
  expect(on(a({ bits: 0 }))?.score).toBe(1);
  expect(on(a({ bits: 8 }))?.score).toBeLessThan(1);
});

/** The visitor's own, under the same article, so many minutes ago. */
const own = (minutes: number) => a({ sameVisitor: true, sameArticle: true, agoMs: minutes * MINUTE_MS });

test.each<[string, readonly Resemblance[]]>([
  ['under another article', [a({ sameVisitor: true, agoMs: MINUTE_MS / 4 })]],
  ['under the same article an hour later', [own(60)]],
  ['again and again under the same article', [own(1), own(2), own(3)]],
])("holds nearly the same text as the visitor's own %s", (_, resembling) => {
  expect(on(...resembling)).toMatchObject({
    outcome: 'hold',
    traces: [{ term: expect.stringContaining("the same visitor's") }],
  });
});

test('does not object to who corrects what they have just sent, twice at most', () => {
  expect(on(own(14))).toBeUndefined();
  expect(on(own(1), own(5))).toBeUndefined();
});

test.each([
  ['a text of its own', a({ bits: 9 })],
  ['an exact copy, which another check finds', a({ bits: 0, same: true, sameVisitor: true })],
  ['what another sent long ago', a({ agoMs: 24 * HOUR_MS + 1 })],
])('does not object to %s', (_, resemblance) => {
  expect(on(resemblance)).toBeUndefined();
});
