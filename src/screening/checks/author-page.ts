import type { Policy } from '../../comment/policy.ts';
import { isTrusted } from '../../comment/trust.ts';
import type { Check, Evidence, PageHistory } from '../check.ts';
import { ownTerm } from '../own-terms.ts';

/** The score of this check at most: several people can share a page, and somebody can state another person's. */
const SCORE_MAX = 0.9;

/**
 * The page that the author states was stated under several names, by one name that nobody ever approved on several articles, or by a
 * comment that a moderator filed as spam. Regulars state theirs wherever they write.
 */
export const authorPage: Check<'author-page'> = {
  name: 'author-page',
  version: 1,
  run: ({ page, author, policy }) => {
    if (!page || isRegular(author)) return undefined;
    const terms = termsOf(page, policy.authorPages);
    if (terms.length === 0) return undefined;
    return {
      outcome: 'hold',
      score: Math.min(SCORE_MAX, 0.5 + 0.1 * (page.spam + page.names + page.articles - 2)),
      traces: [page.owner, ...terms].map((term) => ({ field: 'url', term })),
    };
  },
};

const termsOf = (
  { spam, names, articles }: PageHistory,
  { holdFrom }: Policy['authorPages'],
): readonly string[] => [
  ...(spam > 0 ? [ownTerm('filed as spam')] : []),
  ...(holdFrom !== null && names >= holdFrom ? [ownTerm('under {} names', names)] : []),
  ...(holdFrom !== null && articles >= holdFrom ? [ownTerm('under {} articles', articles)] : []),
];

/** Whether the author proved to be somebody whom a moderator approved, whatever the site asks of others. */
const isRegular = (author: Evidence['author']): boolean =>
  author.proven && isTrusted(author, { approvedMin: 1 });
