import type { Policy } from '../../comment/policy.ts';
import { isTrusted } from '../../comment/trust.ts';
import type { Check, Evidence } from '../check.ts';

/**
 * The author has not yet earned that a comment is published unseen, or no longer has; or so many of theirs came in that a moderator
 * should look first.
 */
export const firstComment: Check<'first-comment'> = {
  name: 'first-comment',
  version: 2,
  run: ({ author, policy }) => {
    const term = objection(author, policy.firstComment);
    return term === undefined
      ? undefined
      : { outcome: 'hold', score: 0.5, traces: [{ field: 'author', term }] };
  },
};

const objection = (author: Evidence['author'], policy: Policy['firstComment']): string | undefined => {
  const { approvedMin, unseenMax } = policy;
  if (!isTrusted(author, policy)) return `${author.approved} approved, ${author.refused} refused`;
  // Where everybody is trusted, a sender could avoid this by leaving the proof out.
  if (approvedMin === 0 || unseenMax === null || author.unseen < unseenMax) return undefined;
  return `${author.unseen} since a moderator last looked`;
};
