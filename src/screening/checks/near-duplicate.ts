import { HOUR_MS, MINUTE_MS } from '../../comment/time.ts';
import type { Check, Resemblance } from '../check.ts';

/** How long a visitor's text under the article they wrote it for is a correction of the one before, and how many they get. */
const CORRECTION_MS = 15 * MINUTE_MS;
const CORRECTIONS_MAX = 2;

/**
 * Nearly the same text was sent before, as in a campaign from many addresses, or from one under many articles or names. Who corrects
 * what they have just sent repeats nothing, and an exact copy of the same visitor's is `duplicate`'s.
 */
export const nearDuplicate: Check<'near-duplicate'> = {
  name: 'near-duplicate',
  version: 2,
  run: ({ resembling, policy }) => {
    const { withinH, bitsMax } = policy.nearDuplicate;
    const near = resembling.filter(({ bits, agoMs }) => bits <= bitsMax && agoMs <= withinH * HOUR_MS);
    const corrected = near.filter(isCorrected);
    const isCorrection = corrected.length <= CORRECTIONS_MAX;
    const copies = near.filter(
      (one) => !(one.sameVisitor && one.same) && !(isCorrection && isCorrected(one)),
    );
    const [nearest] = copies.sort((a, b) => a.bits - b.bits);
    if (!nearest) return undefined;

    const whose = nearest.sameVisitor ? 'the same' : 'another';
    const minutes = Math.round(nearest.agoMs / MINUTE_MS);
    const term = `${whose} visitor's ${minutes} min ago, ${nearest.bits} bits off`;
    return {
      outcome: 'hold',
      score: Math.max(0.1, 1 - nearest.bits / 64),
      traces: [{ field: 'text', term }],
    };
  },
};

const isCorrected = ({ sameVisitor, sameArticle, same, agoMs }: Resemblance): boolean =>
  sameVisitor && sameArticle && !same && agoMs <= CORRECTION_MS;
