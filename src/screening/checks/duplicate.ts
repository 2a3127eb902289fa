import { HOUR_MS, MINUTE_MS } from '../../comment/time.ts';
import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/** The same visitor sent the same text before, here or under another article. */
export const duplicate: Check<'duplicate'> = {
  name: 'duplicate',
  version: 1,
  run: ({ resembling, policy }) => {
    const withinMs = policy.nearDuplicate.withinH * HOUR_MS;
    const copy = resembling.find(({ same, sameVisitor, agoMs }) => same && sameVisitor && agoMs <= withinMs);
    if (!copy) return undefined;

    return { outcome: 'hold', score: 0.9, traces: [{ field: 'text', term: agoIn(copy.agoMs) }] };
  },
};

const HOURS_FROM_MS = 2 * HOUR_MS;

const agoIn = (ms: number): string =>
  ms < HOURS_FROM_MS
    ? ownTerm('the same {} min ago', `${Math.round(ms / MINUTE_MS)}`)
    : ownTerm('the same {} h ago', `${Math.round(ms / HOUR_MS)}`);
