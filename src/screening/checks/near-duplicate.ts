import type { Check } from '../check.ts';

const HOUR_MS = 3_600_000;

/** Another visitor sent nearly this text: one campaign through many addresses. */
export const nearDuplicate: Check = {
  name: 'near-duplicate',
  version: 1,
  look: ({ resembling, policy }) => {
    const { withinH, bitsMax } = policy.nearDuplicate;
    const [nearest] = resembling
      .filter(({ sameVisitor, agoMs }) => !sameVisitor && agoMs <= withinH * HOUR_MS)
      .sort((a, b) => a.bits - b.bits);
    if (!nearest || nearest.bits > bitsMax) return undefined;

    const minutes = Math.round(nearest.agoMs / 60_000);
    const term = `another visitor's ${minutes} min ago, ${nearest.bits} bits off`;
    return {
      outcome: 'hold',
      score: Math.max(0.1, 1 - nearest.bits / 64),
      traces: [{ field: 'text', term }],
    };
  },
};
