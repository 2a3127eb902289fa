import { hasEarnedTrust } from '../../comment/trust.ts';
import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/**
 * Much of what comes in is spam, so that more of it than usual gets past the other checks. Whoever earned trust is published as ever, and so is
 * whoever moderators put on the allow-list. Where the policy says so, a device's work opens the way, too.
 */
export const surge: Check<'surge'> = {
  name: 'surge',
  version: 1,
  run: ({ surge: current, author, bans, policy, proof }) => {
    if (!current || bans?.isAllowed || hasEarnedTrust(author, policy.firstComment)) return undefined;
    if (policy.proof.liftsSurge && proof === 'right') return undefined;
    const terms = [
      ownTerm(`{} % of the ${current.where}`, `${current.sharePercent}`),
      ownTerm('in {} minutes', `${policy.surge.windowMin}`),
    ];
    return { outcome: 'hold', score: 0.5, traces: terms.map((term) => ({ field: 'visitor', term })) };
  },
};
