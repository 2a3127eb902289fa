import type { Check } from '../check.ts';

/**
 * A field that people do not see was filled in. Password managers do it as well as robots, so it only holds whoever proved who they are.
 * What was typed is not kept: a browser may have put an e-mail there.
 */
export const honeypot: Check<'honeypot'> = {
  name: 'honeypot',
  version: 2,
  run: ({ honeypot: typed, author }) =>
    typed === ''
      ? undefined
      : {
          outcome: author.proven ? 'hold' : 'spam',
          score: author.proven ? 0.5 : 1,
          traces: [{ field: 'honeypot', term: `${[...typed].length} characters` }],
        },
};
