import type { Check } from '../check.ts';

/** The author has not yet earned that a comment is published unseen. */
export const firstComment: Check = {
  name: 'first-comment',
  version: 1,
  look: ({ author: { approved, refused }, policy }) =>
    approved >= policy.firstComment.approvedMin
      ? undefined
      : {
          outcome: 'hold',
          score: 0.5,
          traces: [{ field: 'author', term: `${approved} approved, ${refused} refused` }],
        },
};
