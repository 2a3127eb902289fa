import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shippedModel } from '../../../src/screening/filter/shipped.ts';
import { BITS } from '../../../src/screening/filter/vector.ts';
import { weights } from '../../../src/screening/filter/weights.ts';
import { readWeights, writeWeights } from '../../../src/screening/filter/weights-file.ts';

const aModel = (entries: readonly (readonly [place: number, weight: number])[]) => {
  const table = new Int8Array(2 ** BITS);
  for (const [place, weight] of entries) table[place] = weight;
  return { bias: -1.5, scale: 0.25, weights: table };
};

test('what is written is what is read', () => {
  const entry = fc.tuple(fc.nat(2 ** BITS - 1), fc.integer({ min: -127, max: 127 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 50 }), (entries) => {
      const model = aModel(entries);
      const { hash, ...rest } = readWeights(writeWeights(model));
      expect(Buffer.compare(Buffer.from(rest.weights.buffer), Buffer.from(model.weights.buffer))).toBe(0);
      expect([rest.bias, rest.scale, hash.length]).toEqual([-1.5, 0.25, 8]);
    }),
    { numRuns: 20 },
  );
});

const good = writeWeights(
  aModel([
    [5, 7],
    [600_000, -7],
  ]),
);

test('a changed byte anywhere is noticed', () => {
  for (let at = 0; at < good.length; at += 1) {
    const bad = good.slice();
    bad[at] = (bad[at] ?? 0) ^ 1;
    if (at !== 7) expect(() => readWeights(bad)).toThrow(/damaged|another version/);
  }
});

test.each([
  ['nothing', new Uint8Array()],
  ['half a file', good.slice(0, good.length / 2)],
  ['another file', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
])('%s is refused as damaged', (_, bytes) => {
  expect(() => readWeights(bytes)).toThrow('The spam filter’s weights are damaged');
});

test('another version is refused as such', () => {
  const other = good.slice();
  other[5] = 99;
  expect(() => readWeights(other)).toThrow(/another version .* train them again/);
});

test('the shipped weights are small and whole', () => {
  expect(weights.length).toBeLessThanOrEqual(200_000);
  expect(shippedModel().weights).toHaveLength(2 ** BITS);
});
