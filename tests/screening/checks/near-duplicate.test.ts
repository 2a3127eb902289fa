import { expect, test } from '@jest/globals';
import { HOUR_MS } from '../../../src/comment/time.ts';
import type { Resemblance } from '../../../src/screening/check.ts';
import { nearDuplicate } from '../../../src/screening/checks/near-duplicate.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const a = (stated: Partial<Resemblance>): Resemblance => ({
  bits: 3,
  same: false,
  sameVisitor: false,
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

test.each([
  ['a text of its own', a({ bits: 9 })],
  ["the visitor's own text put better", a({ sameVisitor: true })],
  ['what another sent long ago', a({ agoMs: 24 * HOUR_MS + 1 })],
])('does not object to %s', (_, resemblance) => {
  expect(on(resemblance)).toBeUndefined();
});
