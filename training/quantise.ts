import type { Linear } from '../src/screening/filter/model/model.ts';
import { LEVELS, pack } from '../src/screening/filter/model/weights.ts';
import type { Learned } from './learn.ts';

/**
 * About the share of weights that are clipped to the largest one. Clipping keeps one feature from deciding alone, which makes
 * honest comments' highest scores lower, and with them the thresholds.
 */
const CUT = 0.003;
const MOST = 127;
const ROUNDS = 30;
/** How much closer together small levels start than large ones: most weights are small. */
const SPREAD = 1.6;

/** Rounds weights to one of 16 levels, which lie where the weights are; as whole numbers from -127 to 127, with their scale. */
export const quantise = ({ weights, bias }: Learned): Linear => {
  const known = weights.filter((weight) => weight !== 0).sort();
  const sizes = known.map(Math.abs).sort();
  const most = sizes[Math.floor((1 - CUT) * (sizes.length - 1))] ?? 0;
  const scale = (most || MOST) / MOST;
  const whole = (weight: number) => Math.max(-MOST, Math.min(MOST, Math.round(weight / scale)));
  const levels = levelsOf(known, most);
  const rounded = Int8Array.from(weights, (weight) =>
    weight === 0 ? 0 : whole(levels[nearest(levels, weight)] ?? 0),
  );
  return { bias, scale, weights: pack(rounded) };
};

/** Levels with the least squared error (Lloyd 1982): each moves to the mean of what is nearest to it. @param sorted rising */
const levelsOf = (sorted: Float32Array, most: number): readonly number[] => {
  const half = Array.from({ length: LEVELS / 2 }, (_, nth) => most * ((nth + 0.7) / (LEVELS / 2)) ** SPREAD);
  let levels: readonly number[] = [...half.map((level) => -level).reverse(), ...half];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [sums, counts] = [new Float64Array(LEVELS), new Uint32Array(LEVELS)];
    for (const weight of sorted) {
      const own = nearest(levels, weight);
      sums[own] = (sums[own] ?? 0) + weight;
      counts[own] = (counts[own] ?? 0) + 1;
    }
    levels = levels.map((level, nth) => (counts[nth] ? (sums[nth] ?? 0) / counts[nth] : level));
  }
  return levels;
};

/** The position of the nearest of rising levels. */
const nearest = (levels: readonly number[], weight: number): number => {
  const next = levels.findIndex((level) => level >= weight);
  if (next < 0) return levels.length - 1;
  if (next === 0) return 0;
  return weight - (levels[next - 1] ?? 0) < (levels[next] ?? 0) - weight ? next - 1 : next;
};
