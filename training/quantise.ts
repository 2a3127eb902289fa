import type { Linear } from '../src/screening/filter/model/model.ts';
import { pack } from '../src/screening/filter/model/weights.ts';
import type { Learned } from './learn.ts';

/**
 * Share of weights that are clipped to the largest whole number. Clipping keeps one feature from deciding alone, which makes
 * honest comments' highest scores lower, and with them the thresholds.
 */
const CUT = 0.003;
const MOST = 127;

/** Rounds weights to whole numbers from -127 to 127, and computes their scale. */
export const quantise = ({ weights, bias }: Learned): Linear => {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = (sizes[Math.floor((1 - CUT) * (sizes.length - 1))] || MOST) / MOST;
  const rounded = Int8Array.from(weights, (weight) =>
    Math.max(-MOST, Math.min(MOST, Math.round(weight / scale))),
  );
  return { bias, scale, weights: pack(rounded) };
};
