import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawIdenticon } from '../../../src/comment/display/identicon.ts';
import { unkeyedDigest } from '../../../src/tokens/digests.ts';

const digits = fc.stringMatching(/^[\w-]{8}$/);

/** The cells of a path of rectangles, as `x,y`. */
const cellsOf = (path: string): readonly string[] =>
  [...path.matchAll(/M(\d) (\d)h(\d)v(\d)h-\d/g)].flatMap(([, x, y, width, height]) =>
    Array.from({ length: Number(height) }, (_, down) =>
      Array.from({ length: Number(width) }, (_, along) => `${Number(x) + along},${Number(y) + down}`),
    ).flat(),
  );

test('a drawing has at least one cell, mirrors itself and stays within its square', () => {
  fc.assert(
    fc.property(digits, (seed) => {
      const cells = cellsOf(drawIdenticon(seed).path);
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) {
        const [x = NaN, y = NaN] = cell.split(',').map(Number);
        expect(cells).toContain(`${4 - x},${y}`);
        expect([x >= 0 && x <= 4, y >= 0 && y <= 4]).toEqual([true, true]);
      }
    }),
  );
});

test('the same digits draw the same, and of a thousand nearly all differ', () => {
  const all = Array.from({ length: 1_000 }, (_, at) => unkeyedDigest(String(at)).slice(0, 8));
  const drawn = (seed: string) => JSON.stringify(drawIdenticon(seed));
  expect(all.map(drawn)).toEqual(all.map(drawn));
  expect(new Set(all.map(drawn)).size).toBeGreaterThan(0.99 * new Set(all).size);
});

test('whatever stands for the digits, only numbers get into the drawing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { path, hue } = drawIdenticon(text);
      expect(path).toMatch(/^[Mhvz\d -]+$/);
      expect(hue).toBeGreaterThanOrEqual(0);
      expect(hue).toBeLessThan(360);
    }),
  );
});
