import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { fold } from '../text/fold.ts';
import { wildcard } from '../text/wildcard.ts';

/** The e-mail typed along is on the policy's lists. */
export const blockedEmails: Check = {
  name: 'blocked-emails',
  version: 1,
  look: onList('emails', ({ draft }) => {
    const email = fold(draft.email ?? '');
    return (entry) => {
      const pattern = fold(entry.trim());
      const isListed = email !== '' && /[^*@.]/.test(pattern) && wildcard(pattern)(email);
      return isListed ? { field: 'email', term: withoutName(entry) } : undefined;
    };
  }),
};

/** Traces outlive the e-mail itself, of which only a pseudonym is kept. */
const withoutName = (entry: string): string => {
  const at = entry.lastIndexOf('@');
  return at === -1 ? 'a pattern of the list' : `…${entry.slice(at)}`;
};
