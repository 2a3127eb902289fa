import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../src/comment/refusal.ts';
import { canMove, type Status, statuses } from '../../src/comment/status.ts';
import { DAY_MS } from '../../src/comment/time.ts';
import { type Decision, decide, undo } from '../../src/moderation/decision.ts';
import { decisions, type Standing } from '../../src/moderation/status-change.ts';
import { aSite, aStored, NOW } from '../storage/with-store.ts';

const context = { site: aSite({ version: 7 }), by: 'claire', now: NOW + 5_000, batch: 'batch' };
const becomes = { approve: 'approved', reject: 'rejected', spam: 'spam', restore: 'pending' } as const;

const aComment = fc
  .record({
    status: fc.constantFrom<Status>(...statuses),
    version: fc.integer({ min: 1, max: 99 }),
    seen: fc.boolean(),
  })
  .map((stated) => aStored(stated));
const aDecision = fc.record(
  {
    decision: fc.constantFrom(...decisions),
    version: fc.integer({ min: 0, max: 100 }),
    reason: fc.string(),
    note: fc.string(),
  },
  { requiredKeys: ['decision'] },
) as fc.Arbitrary<Decision>;

const codeOf = (act: () => unknown) => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test('a decision makes a legal move on the version that was looked at, or is refused', () => {
  fc.assert(
    fc.property(aComment, aDecision, (comment, decision) => {
      const isStale = decision.version !== undefined && decision.version !== comment.version;
      const isLooked = decision.decision === 'approve' && comment.status === 'approved' && !comment.seen;
      const isLegal = canMove(comment.status, becomes[decision.decision]) || isLooked;
      const refusal = isStale ? 'changed-meanwhile' : isLegal ? undefined : 'already-decided';
      expect(codeOf(() => decide(comment, decision, context))).toBe(refusal);
    }),
    { numRuns: 500 },
  );
});

test('what it makes is where a comment stands from now on and nothing else of it, and the event says all of it', () => {
  fc.assert(
    fc.property(aComment, aDecision, (comment, { version: _, ...decision }) => {
      fc.pre(canMove(comment.status, becomes[decision.decision]));
      const before = structuredClone(comment);
      const { comment: after, event, told } = decide(comment, decision, context);
      expect(comment).toEqual(before);
      const { id, site, article, root, verdict, authorRecord, authorKey, language } = comment;
      const { retention } = context.site.policy;
      expect(after).toEqual({
        ...{ id, site, article, root, verdict, authorRecord, authorKey, language },
        ...{
          approved: {},
          rejected: { expiresAt: context.now + retention.rejectedDays * DAY_MS },
          spam: { expiresAt: context.now + retention.spamDays * DAY_MS },
          pending: { expiresAt: context.now + retention.pendingDays * DAY_MS },
        }[becomes[decision.decision]],
        status: becomes[decision.decision],
        version: comment.version + 1,
        since: context.now,
        seen: true,
        decision: 'batch',
      });
      expect(event).toMatchObject({
        site,
        article,
        comment: id,
        version: after.version,
        at: context.now,
      });
      expect(event).toMatchObject({
        by: 'claire',
        policy: 7,
        action: decision.decision,
        before: comment.status,
        after: after.status,
      });
      expect(event.reason).toBe(decision.reason);
      const { reason, note } = decision;
      expect(told).toEqual(
        decision.decision === 'reject'
          ? { ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) }
          : undefined,
      );
    }),
  );
});

test('undo restores the status of before, at a version of its own', () => {
  fc.assert(
    fc.property(aComment, fc.constantFrom(...decisions), (comment, decision) => {
      fc.pre(canMove(comment.status, becomes[decision]));
      const { comment: decided } = decide(comment, { decision }, context);
      const step = { version: decided.version, before: comment.status, seen: comment.seen };
      const { comment: undone, event } = undo(decided, step, { ...context, batch: 'undo' });
      expect(undone).toMatchObject({
        status: comment.status,
        seen: comment.seen,
        version: comment.version + 2,
        decision: 'undo',
      });
      expect(event).toMatchObject({ action: 'undo', before: decided.status, after: comment.status });
      // Once, and only while nobody else moved.
      expect(codeOf(() => undo(undone, step, context))).toBe('changed-meanwhile');
    }),
  );
});

test('approving what was published by itself says that a moderator saw it, once, and can be undone', () => {
  const published = aStored({ status: 'approved' });
  const { comment, event } = decide(published, { decision: 'approve' }, context);
  expect(comment).toMatchObject({ status: 'approved', seen: true, version: 2 });
  expect(event).toMatchObject({ action: 'approve', before: 'approved', after: 'approved', version: 2 });
  expect(codeOf(() => decide(comment, { decision: 'approve' }, context))).toBe('already-decided');
  const step = { version: 2, before: 'approved' } as const;
  expect(undo(comment, step, context).comment).toMatchObject({ status: 'approved', seen: false, version: 3 });
});

test('undo goes back from no other version, to no status that is no move, and may leave a comment where it is', () => {
  fc.assert(
    fc.property(
      aComment,
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom<Status>(...statuses),
      (comment, version, before) => {
        const isMove = canMove(comment.status, before) || comment.status === before;
        const isPossible = version === comment.version && isMove;
        const refusal = isPossible ? undefined : 'changed-meanwhile';
        expect(codeOf(() => undo(comment, { version, before }, context))).toBe(refusal);
      },
    ),
    { numRuns: 500 },
  );
});

test('the version rises by one with every move of any run of moves', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...decisions), { maxLength: 20 }), (run) => {
      let comment: Standing = aStored();
      let moves = 0;
      for (const decision of run) {
        if (!canMove(comment.status, becomes[decision])) continue;
        ({ comment } = decide(comment, { decision, version: comment.version }, context));
        moves += 1;
      }
      expect(comment.version).toBe(1 + moves);
    }),
  );
});
