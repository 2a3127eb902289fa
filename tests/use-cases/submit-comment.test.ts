import { expect, test } from '@jest/globals';
import type { Comment, CommentId, Draft } from '../../src/comment/comment.ts';
import { timeOf } from '../../src/comment/comment-id.ts';
import type { Outcome } from '../../src/comment/verdict.ts';
import type { SubmissionHistory } from '../../src/submission/history.ts';
import { type Judged, submitComment } from '../../src/use-cases/submit-comment.ts';
import { aDraft, anEvidence } from '../make.ts';
import { anId, aSite, aStored, aVerdict, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();

type Stated = {
  readonly id?: CommentId;
  readonly draft?: Draft;
  readonly history?: Partial<SubmissionHistory>;
  readonly known?: Comment;
  readonly verdict?: Judged['verdict'];
  readonly fingerprint?: string;
  readonly now?: number;
};

const nothing: SubmissionHistory = {
  ...{ earlier: [], neighbours: [], siteRecent: 0, resembling: [], formTokenUsed: 'no', learned: [] },
  ...{ places: [], keyReused: false, proofUsed: false, bans: new Map(), surges: [] },
};
let ids = 0;
/** A submission that was judged: held, unless told otherwise. */
const judged = ({
  draft = aDraft({ article: 'gare' }),
  history = {},
  now = NOW,
  ...stated
}: Stated = {}): Judged => {
  ids += 1;
  const id = stated.id ?? anId(ids);
  const received = {
    site: aSite(),
    draft,
    honeypot: '',
    sender: { address: '192.0.2.1', network: '192.0.2.1', proven: undefined },
    form: { state: 'missing' },
    idempotencyKey: undefined,
    now,
  } as const;
  const identity = {
    id,
    networkKey: '2603:network',
    networkBans: [],
    emailKey: undefined,
    authorKey: undefined,
    fingerprint: stated.fingerprint ?? 'print',
    content: Uint8Array.of(1, 2, 3, 4),
    sameWithinMs: 0,
    key: undefined,
    formToken: undefined,
  };
  const prepared = {
    submission: { received, identity },
    history: { ...nothing, ...history },
    id,
  };
  return {
    prepared: stated.known
      ? { ...prepared, known: stated.known }
      : { ...prepared, known: undefined, evidence: anEvidence({ draft, now }) },
    verdict: stated.verdict ?? aVerdict('hold'),
    authorKey: '1:author',
    identicon: 'AAAAAAAA',
  };
};

test.each<[Outcome, string, number | undefined]>([
  ['approve', 'approved', undefined],
  ['hold', 'pending', 30],
  ['spam', 'spam', 15],
])('what the checks say (%s) is its status from the first moment: %s', async (outcome, status, days) => {
  const { comment } = await submitComment(fixture, judged({ verdict: aVerdict(outcome as 'hold') }));
  expect(comment).toMatchObject({ status, version: 1, policyVersion: 1 });
  expect(comment.expiresAt).toBe(days === undefined ? undefined : NOW + days * 86_400_000);
  expect(await fixture.store.find(comment)).toEqual(comment);
});

test('came in when it first came in, even where only a later attempt was kept', async () => {
  const id = anId(900, NOW);
  const { comment } = await submitComment(fixture, judged({ id, now: NOW + 20_000 }));
  expect([comment.createdAt, comment.since]).toEqual([timeOf(id), NOW + 20_000]);
  expect(await fixture.store.find(comment)).toEqual(comment);
});

test('sent again is the one that was kept; another text under its id is refused', async () => {
  const { comment: first } = await submitComment(fixture, judged({ id: anId(910) }));
  const again = { id: anId(910), verdict: aVerdict('approve'), now: NOW + 5_000 };
  expect(await submitComment(fixture, judged(again))).toEqual({ comment: first, isSenders: false });
  expect(await submitComment(fixture, judged({ ...again, known: first }))).toEqual({
    comment: first,
    isSenders: false,
  });
  const other = { ...again, fingerprint: 'other' };
  for (const stated of [other, { ...other, known: first }])
    await expect(submitComment(fixture, judged(stated))).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  expect(await fixture.store.find(first)).toEqual(first);
});

test('carries what it says of its article only as long as nothing is known of that', async () => {
  const draft = aDraft({ article: 'gare', title: 'La gare', link: 'https://www.example.fr/gare' });
  const article = { site: 'demo', id: 'gare', mode: 'open', approved: 0, version: 0 } as const;
  const news = async (history: Partial<SubmissionHistory>) => {
    const { comment } = await submitComment(fixture, judged({ draft, history }));
    return [comment.articleTitle, comment.articleLink];
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
  const { comment } = await submitComment(
    fixture,
    judged({ draft: aDraft({ article: 'gare', parent: parent.id }), history: { parent } }),
  );
  expect(comment).toMatchObject({ parent: parent.id, root });
  const { comment: alone } = await submitComment(fixture, judged());
  expect(alone.root).toBe(alone.id);
  expect(aStored().root).toBe(aStored().id);
});

test('of the same words again only who proves to have sent them is told as their sender', async () => {
  const { comment } = await submitComment(fixture, judged({ id: anId(930) }));
  const again = (same: Partial<NonNullable<SubmissionHistory['same']>>) =>
    submitComment(
      fixture,
      judged({ known: comment, history: { same: { id: comment.id, by: 'content', ...same } } }),
    );
  expect((await again({})).isSenders).toBe(false);
  for (const by of ['key', 'form'] as const) expect((await again({ by })).isSenders).toBe(true);
});
