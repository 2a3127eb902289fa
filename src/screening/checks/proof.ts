import { hasEarnedTrust } from '../../comment/trust.ts';
import type { Check, WorkProof } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/**
 * The site asks senders' devices for some work, and none came, or none that counts. A browser without JavaScript cannot do it, so this only holds.
 * Whoever earned trust needs none, and neither does whoever moderators put on the allow-list.
 */
export const proof: Check<'proof'> = {
  name: 'proof',
  version: 1,
  run: ({ proof: work, author, bans, policy }) => {
    if (work === undefined || work === 'right') return undefined;
    if (bans?.isAllowed || hasEarnedTrust(author, policy.firstComment)) return undefined;
    return { outcome: 'hold', score: 0.5, traces: [{ field: 'proof', term: ownTerm(terms[work]) }] };
  },
};

const terms = {
  missing: 'missing',
  wrong: 'not right',
  expired: 'expired',
  used: 'used again',
} as const satisfies Record<Exclude<WorkProof, 'right'>, string>;
