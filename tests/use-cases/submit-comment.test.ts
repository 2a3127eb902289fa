import { expect, test } from '@jest/globals';
import { timeOf } from '../../src/comment/comment-id.ts';
import type { Outcome } from '../../src/comment/verdict.ts';
import { type Judged, submitComment } from '../../src/use-cases/submit-comment.ts';
import { aDraft } from '../make.ts';
import { anId, aSite, aStored, aVerdict, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();

let ids = 0;
const judged = (stated: Partial<Judged> = {}): Judged => {
  ids += 1;
  return {
    site: aSite(),
    draft: aDraft({ article: 'gare' }),
    id: anId(ids),
    known: undefined,
    verdict: aVerdict('hold'),
    recalled: {},
    authorKey: '1:author',
    networkKey: '2603:network',
    emailKey: undefined,
    fingerprint: 'print',
    now: NOW,
    ...stated,
  };
};

test.each<[Outcome, string, number | undefined]>([
  ['approve', 'approved', undefined],
  ['hold', 'pending', 30],
  ['spam', 'spam', 15],
])('what the checks say (%s) is its status from the first moment: %s', async (outcome, status, days) => {
  const comment = await submitComment(fixture, judged({ verdict: aVerdict(outcome as 'hold') }));
  expect(comment).toMatchObject({ status, version: 1, policyVersion: 1 });
  expect(comment.expiresAt).toBe(days === undefined ? undefined : NOW + days * 86_400_000);
  expect(await fixture.store.find(comment)).toEqual(comment);
});

test('came in when it first came in, even where only a later attempt was kept', async () => {
  const id = anId(900, NOW);
  const comment = await submitComment(fixture, judged({ id, now: NOW + 20_000 }));
  expect([comment.createdAt, comment.since]).toEqual([timeOf(id), NOW + 20_000]);
  expect(await fixture.store.find(comment)).toEqual(comment);
});

test('sent again is the one that was kept; another text under its id is refused', async () => {
  const first = await submitComment(fixture, judged({ id: anId(910) }));
  const again = judged({ id: anId(910), verdict: aVerdict('approve'), now: NOW + 5_000 });
  expect(await submitComment(fixture, again)).toEqual(first);
  expect(await submitComment(fixture, { ...again, known: first })).toEqual(first);
  const other = { ...again, fingerprint: 'other' };
  await expect(submitComment(fixture, other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  await expect(submitComment(fixture, { ...other, known: first })).rejects.toMatchObject({
    code: 'idempotency-key-reused',
  });
  expect(await fixture.store.find(first)).toEqual(first);
});

test('carries what it says of its article only as long as nothing is known of that', async () => {
  const draft = aDraft({ article: 'gare', title: 'La gare', link: 'https://www.example.fr/gare' });
  const article = { site: 'demo', id: 'gare', mode: 'open', approved: 0, version: 0 } as const;
  const news = async (recalled: Judged['recalled']) => {
    const { articleTitle, articleLink } = await submitComment(fixture, judged({ draft, recalled }));
    return [articleTitle, articleLink];
  };
  expect(await news({})).toEqual(['La gare', 'https://www.example.fr/gare']);
  expect(await news({ article: { ...article, title: 'Ancien' } })).toEqual([
    undefined,
    'https://www.example.fr/gare',
  ]);
  expect(await news({ article: { ...article, title: 'x', link: 'https://www.example.fr/x' } })).toEqual([
    undefined,
    undefined,
  ]);
});

test('stands in the thread of what it answers', async () => {
  const root = anId(920);
  const parent = { id: anId(921), root, status: 'approved' as const };
  const comment = await submitComment(
    fixture,
    judged({ draft: aDraft({ article: 'gare', parent: parent.id }), recalled: { parent } }),
  );
  expect(comment).toMatchObject({ parent: parent.id, root });
  const alone = await submitComment(fixture, judged());
  expect(alone.root).toBe(alone.id);
  expect(aStored().root).toBe(aStored().id);
});
