import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BITS } from '../../../../src/screening/filter/features/vector.ts';
import { SHARES } from '../../../../src/screening/filter/model/thresholds.ts';
import { pack, weightAt } from '../../../../src/screening/filter/model/weights.ts';
import { readWeights, writeWeights } from '../../../../src/screening/filter/model/weights-file.ts';

type Entries = readonly (readonly [place: number, weight: number])[];
const falling = SHARES.map((_, nth) => 4 - nth / 2);
const raised = (by: number) => falling.map((odds) => odds + by);
const thresholds = {
  fr: { hold: falling, spam: raised(1) },
  'fr-page': { hold: raised(2), spam: raised(3) },
  en: { hold: raised(4), spam: raised(5) },
  'en-page': { hold: raised(6), spam: raised(7) },
};
const tableOf = (entries: Entries) => {
  const table = new Int8Array(2 ** BITS);
  for (const [place, weight] of entries) table[place] = weight;
  return table;
};
const aModel = (entries: Entries) => ({
  ...{ bias: -1.5, scale: 0.25, thresholds },
  weights: pack(tableOf(entries)),
});

test('reads back what it wrote', () => {
  const near = fc.nat(600);
  const sixteen = Array.from({ length: 16 }, (_, nth) => 17 * nth - 127);
  const entry = fc.tuple(fc.oneof(near, fc.nat(2 ** BITS - 1)), fc.constantFrom(0, ...sixteen));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 50 }), (entries) => {
      const model = readWeights(writeWeights(aModel(entries)));
      const table = tableOf(entries);
      for (const [place] of entries)
        for (const at of [place - 1, place, place + 1])
          expect(weightAt(model.weights, at)).toBe(table[at] ?? 0);
      expect(model).toMatchObject({ bias: -1.5, scale: 0.25, thresholds });
      expect(model.hash).toMatch(/^[0-9a-f]{8}$/);
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

const isNoticed = (bytes: Uint8Array) => {
  try {
    readWeights(bytes);
    return false;
  } catch (error) {
    return /damaged|another version/.test(String(error));
  }
};

test('notices a changed byte anywhere', () => {
  const unnoticed: number[] = [];
  for (let at = 0; at < good.length; at += 1) {
    const bad = good.slice();
    bad[at] = (bad[at] ?? 0) ^ 1;
    if (!isNoticed(bad)) unnoticed.push(at);
  }
  expect(good.length).toBeGreaterThan(250);
  expect(unnoticed).toEqual([]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['half a file', good.slice(0, good.length / 2)],
  ['a file and a byte', Uint8Array.of(...good, 0)],
  ['another file', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
])('refuses %s as damaged', (_, bytes) => {
  expect(() => readWeights(bytes)).toThrow('The spam filter’s weights are damaged');
});

/** A file whose table is another one, with a checksum that is right. */
const withTable = (table: Uint8Array) => {
  const file = Buffer.concat([good.subarray(0, TABLE_AT), table]);
  file.set(createHash('sha256').update(file.subarray(40)).digest(), 8);
  return file;
};
/** Behind the checksum, the figures and the levels. */
const TABLE_AT = 40 + 4 * (2 + 8 * SHARES.length) + 1 + 16;

test.each([
  ['nothing', new Uint8Array(), 'its table cannot be decompressed'],
  ['no compressed table', Uint8Array.of(1, 2, 3), 'its table cannot be decompressed'],
  ['a short table', brotliCompressSync(new Uint8Array(1_000)), 'its table is not whole'],
])('refuses %s in a file whose checksum is right', (_, table, reason) => {
  expect(() => readWeights(withTable(table))).toThrow(`weights are damaged: ${reason}.`);
});

test('refuses a table with more weights than places, and a seventeenth weight', () => {
  const model = aModel([[5, 7]]);
  const more = { ...model, weights: { ...model.weights, steps: new Uint8Array(2) } };
  expect(() => readWeights(writeWeights(more))).toThrow(/damaged: its weights and their places differ/);
  const rising = Array.from({ length: 17 }, (_, nth) => [nth, nth + 1] as const);
  expect(aModel(rising.slice(1)).weights.levels.length).toBe(16);
  expect(() => aModel(rising)).toThrow('17 weights differ; 16 may.');
});

test('refuses another version with a message of its own', () => {
  const other = good.slice();
  other[5] = 99;
  expect(() => readWeights(other)).toThrow(/another version .* train them again/);
});

test('the shipped weights take at most 200 kB', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../../src/screening/filter/model/weights.bin'));
  expect(file.length).toBeLessThanOrEqual(200_000);
  for (const { hold, spam } of Object.values(readWeights(file).thresholds))
    for (const known of [hold, spam]) expect(known).toEqual(known.toSorted((a, b) => b - a));
});
