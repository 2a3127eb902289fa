import type { Check } from '../check.ts';

const HOUR_MS = 3_600_000;

/** The same person spreads one text: here again, or under several articles. */
export const duplicate: Check = {
  name: 'duplicate',
  version: 1,
  look: ({ resembling, policy }) => {
    const withinMs = policy.nearDuplicate.withinH * HOUR_MS;
    const copy = resembling.find(({ same, sameVisitor, agoMs }) => same && sameVisitor && agoMs <= withinMs);
    if (!copy) return undefined;

    const minutes = Math.round(copy.agoMs / 60_000);
    return { outcome: 'hold', score: 0.9, traces: [{ field: 'text', term: `the same ${minutes} min ago` }] };
  },
};
