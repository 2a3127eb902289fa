import type { Check } from '../check.ts';

/** A field that people do not see was filled in. What was typed is not kept: a browser may have put an e-mail there. */
export const honeypot: Check = {
  name: 'honeypot',
  version: 1,
  look: ({ honeypot: typed }) =>
    typed === ''
      ? undefined
      : {
          outcome: 'spam',
          score: 1,
          traces: [{ field: 'honeypot', term: `${[...typed].length} characters` }],
        },
};
