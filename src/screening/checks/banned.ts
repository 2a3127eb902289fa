import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';
import { TRACES_MAX } from '../screen.ts';

/** A score under which a ban alone leaves a comment in the queue of spam, where moderators see it: see `isBlatant`. */
const LISTED = 0.9;

/** A moderator banned the author, the e-mail address, the network, or a domain that the comment leads to or names. */
export const banned: Check<'banned'> = {
  name: 'banned',
  version: 1,
  run: ({ bans, policy }) => {
    if (!bans || bans.banned.length === 0) return undefined;
    const traces = bans.banned.slice(0, TRACES_MAX).map((one) => ({
      field: one.field,
      term: 'domain' in one ? one.domain : ownTerm(terms[one.kind]),
    }));
    return { outcome: 'spam', score: policy.bans.listed ? LISTED : 1, traces };
  },
};

const terms = {
  author: 'the author',
  email: 'the e-mail address',
  network: 'the network',
} as const;
