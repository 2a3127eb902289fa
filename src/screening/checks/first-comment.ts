import { isTrusted } from '../../comment/trust.ts';
import type { Check } from '../check.ts';

/** The author has not yet earned that a comment is published unseen, or no longer has. */
export const firstComment: Check = {
  name: 'first-comment',
  version: 2,
  look: ({ author, policy }) =>
    isTrusted(author, policy.firstComment)
      ? undefined
      : {
          outcome: 'hold',
          score: 0.5,
          traces: [{ field: 'author', term: `${author.approved} approved, ${author.refused} refused` }],
        },
};
