import type { Check } from '../check.ts';

/** The author has too few approved comments for the next one to be published at once. */
export const firstComment: Check<'first-comment'> = {
  name: 'first-comment',
  version: 1,
  run: ({ author: { approved, refused }, policy }) =>
    approved >= policy.firstComment.approvedMin
      ? undefined
      : {
          outcome: 'hold',
          score: 0.5,
          traces: [{ field: 'author', term: `${approved} approved, ${refused} refused` }],
        },
};
