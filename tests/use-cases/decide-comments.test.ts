import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommentId } from '../../src/comment/comment.ts';
import { decisions } from '../../src/moderation/status-change.ts';
import { decideComments } from '../../src/use-cases/decide-comments.ts';
import { undoDecisions } from '../../src/use-cases/undo-decisions.ts';
import { anId, aSite, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const site = aSite();
let batches = 0;
const context = () => {
  batches += 1;
  return { site, by: 'claire', now: NOW + 1_000, batch: anId(10_000 + batches) as string };
};

type Made = {
  readonly article: string;
  readonly comment: CommentId;
  readonly decision: (typeof decisions)[number];
};
const becomes = { approve: 'approved', reject: 'rejected', spam: 'spam', restore: 'pending' } as const;
/** Comments of an article that are there; two more are not. */
const THERE = 5;

/** What must become of one decision among others. */
const expected = (all: readonly Made[]) => (made: Made) => {
  if (made.comment >= anId(THERE)) return 'comment-not-found';
  const first = all.find(({ comment }) => comment === made.comment);
  if (first !== made) return 'changed-meanwhile';
  return made.decision === 'restore' ? 'already-decided' : becomes[made.decision];
};

test('gives each decision its answer, in order, and the first on a comment its way', async () => {
  let articles = 0;
  const one = fc.record({
    comment: fc.integer({ min: 0, max: THERE + 1 }),
    decision: fc.constantFrom(...decisions),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 25 }), async (asked) => {
      articles += 1;
      const article = `decide-${articles}`;
      for (let n = 0; n < THERE; n += 1) await fixture.store.add(aStored({ article, id: anId(n) }));
      const made: Made[] = asked.map(({ comment, decision }) => ({
        article,
        comment: anId(comment),
        decision,
      }));
      const results = await decideComments(fixture, made, context());

      expect(results.map(({ ref }) => ref.id)).toEqual(made.map(({ comment }) => comment));
      const outcomes = results.map((result) =>
        'refusal' in result ? result.refusal.code : result.after.status,
      );
      expect(outcomes).toEqual(made.map(expected(made)));
      const stored = await Promise.all(results.map(({ ref }) => fixture.store.find(ref)));
      expect(stored.map((comment) => comment?.version)).toEqual(
        made.map(({ comment }) => {
          const first = made.find((other) => other.comment === comment);
          return comment < anId(THERE) ? (first?.decision === 'restore' ? 1 : 2) : undefined;
        }),
      );
    }),
    { numRuns: 20, seed: 4 },
  );
});

test('sets the day on which a comment goes by its new status, and takes it off what stays', async () => {
  const days = async (decision: (typeof decisions)[number], n: number) => {
    const id = anId(100 + n) as CommentId;
    await fixture.store.add(aStored({ article: 'jours', id }));
    const now = context();
    await decideComments(fixture, [{ article: 'jours', comment: id, decision }], now);
    const stored = await fixture.store.find({ site: 'demo', article: 'jours', id });
    return stored?.expiresAt === undefined ? undefined : (stored.expiresAt - now.now) / 86_400_000;
  };
  expect([await days('approve', 1), await days('reject', 2), await days('spam', 3)]).toEqual([
    undefined,
    30,
    15,
  ]);
});

test('decides nothing on a comment that is past its day', async () => {
  const id = anId(200);
  await fixture.store.add(aStored({ article: 'passe', id, expiresAt: NOW }));
  const made = [{ article: 'passe', comment: id, decision: 'approve' as const }];
  expect(await decideComments(fixture, made, context())).toMatchObject([
    { refusal: { code: 'comment-not-found' } },
  ]);
});

test('takes back what was decided, and leaves what somebody else changed since', async () => {
  const ids = [anId(301), anId(302)] as const;
  for (const id of ids) await fixture.store.add(aStored({ article: 'retour', id }));
  const of = (comment: CommentId, decision: (typeof decisions)[number]) => ({
    article: 'retour',
    comment,
    decision,
  });
  await decideComments(
    fixture,
    ids.map((id) => of(id, 'approve')),
    context(),
  );
  await decideComments(fixture, [of(ids[1], 'spam')], { ...context(), by: 'david' });

  const steps = ids.map((id) => ({ article: 'retour', id, version: 2, before: 'pending' as const }));
  const undone = await undoDecisions(fixture, steps, context());
  expect(undone).toMatchObject([
    { after: { status: 'pending', version: 3 } },
    { refusal: { code: 'changed-meanwhile' } },
  ]);
});
