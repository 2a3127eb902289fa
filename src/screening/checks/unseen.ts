import type { Check } from '../check.ts';

/** A moderator should look at what an author has published before more of theirs is published unseen. */
export const unseen: Check = {
  name: 'unseen',
  version: 1,
  look: ({ author, policy }) => {
    const { approvedMin, unseenMax } = policy.firstComment;
    // Where everybody is trusted nobody would be held by leaving their proof away.
    if (approvedMin === 0 || unseenMax === null || author.unseen < unseenMax) return undefined;
    return {
      outcome: 'hold',
      score: 0.5,
      traces: [{ field: 'author', term: `${author.unseen} since a moderator last looked` }],
    };
  },
};
