import type { Policy } from '../../comment/policy.ts';
import { isTrusted } from '../../comment/trust.ts';
import type { Check, Evidence } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/**
 * The author has not yet earned that a comment is published unseen, or no longer has; or so many of theirs came in that a moderator
 * should look first. Which of these, only moderators are told.
 */
export const firstComment: Check<'first-comment'> = {
  name: 'first-comment',
  version: 3,
  run: ({ author, policy }) => {
    const terms = objections(author, policy.firstComment);
    return terms.length === 0
      ? undefined
      : { outcome: 'hold', score: 0.5, traces: terms.map((term) => ({ field: 'author', term })) };
  },
};

const objections = (author: Evidence['author'], policy: Policy['firstComment']): readonly string[] => {
  const { approvedMin, unseenMax } = policy;
  if (!isTrusted(author, policy)) return distrust(author);
  // Where everybody is trusted, a sender could avoid this by leaving the proof out.
  if (approvedMin === 0 || unseenMax === null || author.unseen < unseenMax) return [];
  return [ownTerm('{} since a moderator last looked', author.unseen)];
};

const distrust = (author: Evidence['author']): readonly string[] => {
  const { approved, refused, spam, lookedAt = 0, distrustedAt = 0 } = author;
  return [
    ...(spam > 0 ? [ownTerm('{} filed as spam', spam)] : []),
    ...(distrustedAt > lookedAt ? [ownTerm('a decision just now')] : []),
    approved + refused === 0
      ? ownTerm('none was judged yet')
      : ownTerm('{} approved, {} refused', approved, refused),
  ];
};
