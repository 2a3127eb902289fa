import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPageShown, pageStandings } from '../../src/comment/author-page.ts';
import type { Comment } from '../../src/comment/comment.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { Refusal } from '../../src/comment/refusal.ts';
import { statuses } from '../../src/comment/status.ts';
import { type AuthorRecord, noRecord } from '../../src/comment/trust.ts';
import { type Decision, decide, undo } from '../../src/moderation/decision.ts';
import { needsAuthor, pageDecisions } from '../../src/moderation/page-decision.ts';
import { decisions } from '../../src/moderation/status-change.ts';
import { aSite, aStored, NOW } from '../storage/with-store.ts';

const context = { site: aSite(), by: 'claire', now: NOW + 5_000, batch: 'batch' };
const URL = 'https://boutique.example/';

const aComment = fc
  .record({
    ...{ status: fc.constantFrom(...statuses), seen: fc.boolean(), hasPage: fc.boolean() },
    page: fc.option(fc.constantFrom(...pageStandings), { nil: undefined }),
  })
  .map(({ status, seen, hasPage, page }) =>
    aStored({ status, seen, ...(hasPage ? { url: URL, ...(page ? { page } : {}) } : {}) }),
  );
const aDecision = fc.record(
  { decision: fc.constantFrom(...decisions), page: fc.constantFrom(...pageDecisions) },
  { requiredKeys: ['decision'] },
) as fc.Arbitrary<Decision>;
const atOnce = { ...defaultPolicy, authorPages: { ...defaultPolicy.authorPages, shownAfter: 0 } };
const anAuthor = fc.record({ approved: fc.nat(3), refused: fc.nat(1), spam: fc.nat(1) });

const outcomeOf = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

test('whatever is decided, undoing it puts the page back as it stood', () => {
  fc.assert(
    fc.property(aComment, aDecision, anAuthor, (comment, decision, author) => {
      const made = outcomeOf(() => decide(comment, decision, context, author));
      if (!made) return;
      const { status: before, seen, page } = comment;
      const step = { version: made.comment.version, before, seen, ...(page ? { page } : {}) };
      const back = undo(made.comment, step, context).comment;
      expect([back.status, back.seen, back.page, back.url]).toEqual([before, seen, page, comment.url]);
    }),
    { numRuns: 500 },
  );
});

/** Whether readers see the page after a decision, by the rules told anew. */
const isExpected = (comment: Comment, { decision, page: word }: Decision, author: AuthorRecord): boolean => {
  const { status, page } = comment;
  if (decision !== 'approve') return isPageShown(page);
  if (word) return word === 'show';
  const isRuled = status === 'approved' || page === 'shown' || page === 'hidden';
  return isRuled ? isPageShown(page) : author.spam === 0 && author.approved - author.refused >= 1;
};

test('publishing decides by what was approved before, a moderator’s word stands, and nothing else touches a page', () => {
  fc.assert(
    fc.property(aComment, aDecision, anAuthor, (comment, decision, author) => {
      const made = outcomeOf(() => decide(comment, decision, context, author));
      if (!made) return;
      const isShown = isPageShown(made.comment.page);
      if (comment.url) expect(isShown).toBe(isExpected(comment, decision, author));
      else expect(made.comment.page).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('only the approval that publishes a page, with no word on it, asks for its author’s record', () => {
  const pending = aStored({ url: URL });
  const asks = (comment: Comment, decision: Decision, policy = defaultPolicy) =>
    needsAuthor(comment, decision, policy);
  expect(asks(pending, { decision: 'approve' })).toBe(true);
  expect([
    asks(aStored(), { decision: 'approve' }),
    asks(pending, { decision: 'spam' }),
    asks(pending, { decision: 'approve', page: 'hide' }),
    asks({ ...pending, page: 'hidden' }, { decision: 'approve' }),
    asks({ ...pending, status: 'approved' }, { decision: 'approve' }),
    asks(pending, { decision: 'approve' }, atOnce),
  ]).toEqual([false, false, false, false, false, false]);
});

test('a site that shows pages at once shows them whatever became of others', () => {
  const policy = atOnce;
  const made = decide(
    aStored({ url: URL }),
    { decision: 'approve' },
    { ...context, site: aSite({ policy }) },
    {
      ...noRecord,
      refused: 3,
    },
  );
  expect(made.comment.page).toBeUndefined();
});
