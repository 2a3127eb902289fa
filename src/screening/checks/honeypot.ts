import type { Check } from '../check.ts';

/** The field that people do not see was filled in. The value is not stored: a browser may have filled in an e-mail address. */
export const honeypot: Check<'honeypot'> = {
  name: 'honeypot',
  version: 1,
  run: ({ honeypot: typed }) =>
    typed === ''
      ? undefined
      : {
          outcome: 'spam',
          score: 1,
          traces: [{ field: 'honeypot', term: `${[...typed].length} characters` }],
        },
};
