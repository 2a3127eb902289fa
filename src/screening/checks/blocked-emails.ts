import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';
import { fold } from '../text/fold.ts';
import { wildcard } from '../text/wildcard.ts';

/** The typed e-mail address is on the policy's lists. */
export const blockedEmails: Check<'blocked-emails'> = {
  name: 'blocked-emails',
  version: 1,
  run: onList('emails', ({ draft }) => {
    const email = fold(draft.email ?? '');
    return (entry) => {
      const pattern = fold(entry.trim());
      const isListed = email !== '' && /[^*@.]/.test(pattern) && wildcard(pattern)(email);
      return isListed ? { field: 'email', term: withoutName(entry) } : undefined;
    };
  }),
};

/** Only a pseudonym of an e-mail address is stored, so no trace may spell it out. */
const withoutName = (entry: string): string => {
  const at = entry.lastIndexOf('@');
  return at === -1 ? ownTerm('a pattern of the list') : `…${entry.slice(at)}`;
};
