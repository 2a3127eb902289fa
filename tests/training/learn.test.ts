import { expect, test } from '@jest/globals';
import { BITS } from '../../src/screening/filter/features/vector.ts';
import { logOdds } from '../../src/screening/filter/model/model.ts';
import { SHARES } from '../../src/screening/filter/model/thresholds.ts';
import { weightAt } from '../../src/screening/filter/model/weights.ts';
import { readWeights, writeWeights } from '../../src/screening/filter/model/weights-file.ts';
import { calibrated, fitOdds } from '../../training/calibrate.ts';
import { lessonOf } from '../../training/examples/assemble.ts';
import type { Example } from '../../training/examples/example.ts';
import { obfuscations } from '../../training/examples/obfuscate.ts';
import { caughtAt, correlation, thresholdAt } from '../../training/figures.ts';
import { learn, learnFromDraws } from '../../training/learn.ts';
import { quantise } from '../../training/quantise.ts';
import { randomFrom } from '../../training/random.ts';

const anExample = (text: string, isSpam: boolean): Example => ({
  input: { text, author: 'Marie', language: 'fr' },
  isSpam,
  ...{ set: 'texts', group: text, language: 'fr' },
});
const places = ['Brest', 'Quimper', 'Lorient', 'Vannes', 'Rennes', 'Nantes'];
const examples = places.flatMap((place) => [
  anExample(`La digue de ${place} a tenu cette nuit`, false),
  anExample(`Jouez au casino de ${place} avec un bonus`, true),
]);
const none = { hold: SHARES.map(() => 0), spam: SHARES.map(() => 0) };
const noThresholds = { fr: none, 'fr-page': none, en: none, 'en-page': none };
const lessons = examples.map(lessonOf);
const model = quantise(learn(lessons, { epochs: 10, kept: 500 }));
const odds = (text: string) => logOdds(model, lessonOf(anExample(text, true)).vector);

test('tells spam from honest comments about places that the training did not name', () => {
  expect(odds('Un casino à Dinan, jouez')).toBeGreaterThan(0.5);
  expect(odds('La digue de Dinan a tenu')).toBeLessThan(-0.5);
});

test.each(obfuscations.map(({ name, apply }) => [name, apply] as const))(
  'recognises spam in disguise: %s',
  (_, apply) => {
    const hidden = apply('Jouez au casino avec un bonus au casino de Dinan', randomFrom(3));
    expect(hidden).not.toMatch(/^Jouez au casino avec un bonus au casino de Dinan$/);
    expect(odds(hidden)).toBeGreaterThan(0);
  },
);

test('keeps at most as many weights as asked for, and the same ones for the same seed', () => {
  const learned = () =>
    writeWeights({ ...quantise(learn(lessons, { epochs: 5, kept: 40 })), thresholds: noThresholds });
  const [one, again] = [learned(), learned()];
  expect(Buffer.from(one).equals(again)).toBe(true);
  // Two to a byte.
  expect(readWeights(one).weights.steps.length).toBeLessThanOrEqual(20);
});

test('fits take turns at the draws, and several draws of the same examples teach what one does', () => {
  const given = { epochs: 5, kept: 500, fits: 2, seenMin: 1 };
  const one = learn(lessons, given);
  expect(learnFromDraws([lessons, lessons], given).bias).toBeCloseTo(one.bias, 6);
  const [ham, spam] = [false, true].map((isSpam) => lessons.filter((lesson) => lesson.isSpam === isSpam));
  const { bias } = learnFromDraws([ham ?? [], spam ?? []], { ...given, fits: 1 });
  expect(bias).toBeLessThan(one.bias);
});

test('keeps the weights that change scores most: a flag’s before those of one letter n-gram among hundreds', () => {
  const taught = [true, false].flatMap((isSpam) => {
    const places = Uint32Array.from(isSpam ? [1, 2] : [3, 4]);
    return Array.from({ length: 20 }, () => ({
      vector: { places, values: Float32Array.of(1, 0.02) },
      ...{ isSpam, weight: 1 },
    }));
  });
  const { weights } = learn(taught, { kept: 2 });
  expect([1, 2, 3, 4].map((place) => Math.sign(weights[place] ?? 0))).toEqual([1, 0, -1, 0]);
});

test('what is learned of a word speaks for another of the same meaning', () => {
  const rows = new Int32Array(2 ** BITS).fill(-1);
  rows.set([0, 0], 1);
  const words = { rows, figures: Float32Array.of(0.6, 0.8), length: 2 };
  const lesson = (isSpam: boolean, place: number) => ({
    vector: { places: Uint32Array.of(place), values: Float32Array.of(1) },
    ...{ isSpam, weight: 1 },
  });
  const often = Array.from({ length: 20 }, () => [lesson(true, 1), lesson(false, 3)]).flat();
  const taught = [...often, lesson(true, 2), lesson(false, 2)];
  const alone = learn(taught);
  const together = learn(taught, { words });
  expect(together.weights[2]).toBeGreaterThan(0.5 + (alone.weights[2] ?? 0));
  expect(together.weights[3]).toBeLessThan(0);
});

test('rounds weights to sixteen levels, close to where they are, and clips the largest', () => {
  const random = randomFrom(9);
  const weights = Float32Array.from({ length: 2 ** BITS }, (_, place) =>
    place < 4_000 ? (random() - 0.5) * random() : 0,
  );
  weights[5_000] = 50;
  const { scale, weights: packed } = quantise({ weights, bias: 0 });
  const rounded = weights.map((_, place) => scale * weightAt(packed, place));
  expect(new Set(rounded.filter((weight) => weight !== 0)).size).toBeLessThanOrEqual(16);
  const misses = weights.map((weight, place) => Math.abs(weight - (rounded[place] ?? 0))).slice(0, 4_000);
  expect(misses.reduce((sum, miss) => sum + miss, 0) / 4_000).toBeLessThan(0.02);
  expect(rounded[5_000]).toBeLessThan(0.6);
});

test('calibration finds the odds that the samples were drawn with', () => {
  const random = randomFrom(5);
  const samples = Array.from({ length: 5_000 }, () => {
    const sum = 12 * random() - 6;
    return { sum, isSpam: random() < 1 / (1 + Math.exp(-(0.5 * sum - 1))), weight: 1 };
  });
  const { slope, offset } = fitOdds(samples);
  expect(slope).toBeCloseTo(0.5, 1);
  expect(offset).toBeCloseTo(-1, 0);
  expect(calibrated({ ...model, bias: 2, scale: 3 }, { slope: 0.5, offset: -1 })).toMatchObject({
    bias: 0,
    scale: 1.5,
  });
});

test('figures agree with their textbook definitions', () => {
  const judged = [5, 4, 3, 2, 1].map((score) => ({ score, isSpam: score !== 3 && score !== 1 }));
  expect(correlation(judged, 3.5)).toBeCloseTo(2 / 3);
  expect([thresholdAt(judged, 0), caughtAt(judged, 0)]).toEqual([3, 2 / 3]);
});
