import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';
import { fold } from '../text/fold.ts';
import { compileGlobs, globsIn } from '../text/globs.ts';

/** Stands where an address begins and ends. */
const END = '\n';

/** The typed e-mail address is on the policy's lists. */
export const blockedEmails: Check<'blocked-emails'> = {
  name: 'blocked-emails',
  version: 1,
  run: onList('emails', {
    compile: (entries) => compileGlobs(entries.map(patternOf)),
    prepare: ({ draft, bans }) => {
      const email = bans?.isEmailAllowed ? '' : `${END}${fold(draft.email ?? '')}${END}`;
      return (list) => {
        const found = globsIn(list, email, END);
        return (entry, nth) => (found.has(nth) ? { field: 'email', term: withoutName(entry) } : undefined);
      };
    },
  }),
};

const patternOf = (entry: string): string => {
  const pattern = fold(entry.trim());
  return /[^*@.]/.test(pattern) ? `${END}${pattern}${END}`.replace(/^\n\*+|\*+\n$/g, '*') : '';
};

/** Traces outlive the e-mail itself, of which only a pseudonym is kept. */
const withoutName = (entry: string): string => {
  const at = entry.lastIndexOf('@');
  return at === -1 ? ownTerm('a pattern of the list') : `…${entry.slice(at)}`;
};
