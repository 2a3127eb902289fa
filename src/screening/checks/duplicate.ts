import { HOUR_MS, MINUTE_MS } from '../../comment/time.ts';
import type { Check } from '../check.ts';

/** The same visitor sent the same text before, here or under another article. */
export const duplicate: Check<'duplicate'> = {
  name: 'duplicate',
  version: 1,
  run: ({ resembling, policy }) => {
    const withinMs = policy.nearDuplicate.withinH * HOUR_MS;
    const copy = resembling.find(({ same, sameVisitor, agoMs }) => same && sameVisitor && agoMs <= withinMs);
    if (!copy) return undefined;

    const minutes = Math.round(copy.agoMs / MINUTE_MS);
    return { outcome: 'hold', score: 0.9, traces: [{ field: 'text', term: `the same ${minutes} min ago` }] };
  },
};
