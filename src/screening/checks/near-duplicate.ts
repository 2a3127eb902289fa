import { HOUR_MS, MINUTE_MS } from '../../comment/time.ts';
import type { Check } from '../check.ts';

/** Another visitor sent nearly the same text, as in a campaign from many addresses. */
export const nearDuplicate: Check<'near-duplicate'> = {
  name: 'near-duplicate',
  version: 1,
  run: ({ resembling, policy }) => {
    const { withinH, bitsMax } = policy.nearDuplicate;
    const [nearest] = resembling
      .filter(({ sameVisitor, agoMs }) => !sameVisitor && agoMs <= withinH * HOUR_MS)
      .sort((a, b) => a.bits - b.bits);
    if (!nearest || nearest.bits > bitsMax) return undefined;

    const minutes = Math.round(nearest.agoMs / MINUTE_MS);
    const term = `another visitor's ${minutes} min ago, ${nearest.bits} bits off`;
    return {
      outcome: 'hold',
      score: Math.max(0.1, 1 - nearest.bits / 64),
      traces: [{ field: 'text', term }],
    };
  },
};
