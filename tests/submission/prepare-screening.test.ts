import { expect, test } from '@jest/globals';
import type { CommentId } from '../../src/comment/comment.ts';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { noRecord } from '../../src/comment/trust.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import type { SubmissionHistory } from '../../src/submission/history.ts';
import { prepareScreening, questionOf } from '../../src/submission/prepare-screening.ts';
import type { Submission } from '../../src/submission/submission.ts';
import { aDraft, NOW } from '../make.ts';
import { anId, aSite, aStored } from '../storage/with-store.ts';

const judges = { model: shippedModel(), digests: { ban: (...parts: string[]) => parts.join(' ') } };
const parent = anId(5) as CommentId;
const nothing: SubmissionHistory = {
  ...{ earlier: [], neighbours: [], siteRecent: 0, resembling: [], formTokenUsed: 'no', learned: [] },
  ...{ places: [], keyReused: false, proofUsed: false, bans: new Map(), surges: [] },
};

const aSubmission = (stated: Partial<Submission['received']> = {}): Submission => ({
  received: {
    site: aSite(),
    draft: aDraft(),
    honeypot: 'http://spam.example',
    sender: { address: '192.0.2.17', network: '192.0.2.17', proven: 'somebody' },
    form: { state: 'genuine', ageS: 90, nonce: 'n' },
    idempotencyKey: undefined,
    now: NOW,
    ...stated,
  },
  identity: {
    id: anId(1) as CommentId,
    networkKey: '2605:n',
    networkBans: [],
    emailKey: undefined,
    authorKey: '1:author',
    fingerprint: 'print',
    content: Uint8Array.of(1, 2, 3, 4),
    sameWithinMs: 1,
    key: undefined,
    formToken: Uint8Array.of(1, 2, 3),
  },
});

test('the store is asked only for what a submission has', () => {
  const short = aSubmission({ draft: aDraft({ text: 'Oui.' }) });
  expect(questionOf(short)).not.toHaveProperty('minHash');
  expect(questionOf(short)).not.toHaveProperty('parent');
  expect(questionOf(aSubmission({ draft: aDraft({ parent }) }))).toMatchObject({
    parent,
    authorKey: '1:author',
    formToken: Uint8Array.of(1, 2, 3),
    article: 'tempete-de-mars',
  });
});

test('checks see what the store knows, and what the form and the sender prove', () => {
  const history: SubmissionHistory = {
    ...nothing,
    article: { site: 'demo', id: 'a', mode: 'premoderated', approved: 0, version: 0 },
    author: { approved: 2, refused: 1, spam: 0, lookedAt: NOW - 2 },
    earlier: [NOW - 1, NOW - 2],
    formTokenUsed: 'here',
  };
  expect(prepareScreening(aSubmission(), history, undefined, judges)).toMatchObject({
    id: anId(1),
    evidence: {
      mode: 'premoderated',
      author: { proven: true, approved: 2, refused: 1, spam: 0, unseen: 1 },
      form: { state: 'genuine', ageS: 90, used: 'here' },
      honeypot: 'http://spam.example',
      earlier: [NOW - 1, NOW - 2],
    },
  });
});

test('checks see when the comment came in that a token was given for, unless a moderator has looked since, or it is this one', () => {
  const seen = (known: Partial<SubmissionHistory>, provenAt = NOW - 7) => {
    const sender = { address: '192.0.2.17', network: '192.0.2.17', proven: 'somebody', provenAt };
    const prepared = prepareScreening(aSubmission({ sender }), { ...nothing, ...known }, undefined, judges);
    return prepared.known ? undefined : prepared.evidence.tokenAt;
  };
  const lookedAt = (at: number) => ({ author: { ...noRecord, lookedAt: at } });
  const same = (at: number) => ({
    same: { id: newCommentId(at, new Uint8Array(10)), by: 'key' as const },
  });
  for (const known of [{}, lookedAt(NOW - 8), same(NOW - 8)]) expect(seen(known)).toBe(NOW - 7);
  for (const known of [lookedAt(NOW - 7), lookedAt(NOW), same(NOW - 7)]) expect(seen(known)).toBeUndefined();
});

test('what nobody knows anything about is open, by a stranger', () => {
  expect(prepareScreening(aSubmission(), nothing, undefined, judges)).toMatchObject({
    evidence: { mode: 'open', author: { approved: 0, refused: 0 }, learned: [] },
  });
});

test('a comment that came in before keeps its id and is not judged again', () => {
  const known = aStored({ id: anId(3), fingerprint: 'print' });
  const prepared = prepareScreening(
    aSubmission({ draft: aDraft({ parent }) }),
    { ...nothing, same: { id: known.id, by: 'form' } },
    known,
    judges,
  );
  expect([prepared.id, prepared.known]).toEqual([known.id, known]);
  expect(prepared).not.toHaveProperty('evidence');
});

test('another text whose short digest is the same is a comment of its own', () => {
  const found = aStored({ id: anId(3), fingerprint: 'other' });
  const history = { ...nothing, same: { id: found.id, by: 'content' } } as const;
  expect(prepareScreening(aSubmission(), history, found, judges)).toMatchObject({
    id: anId(1),
    known: undefined,
  });
});

test('a key that came with another comment is refused', () => {
  const prepare = () => prepareScreening(aSubmission(), { ...nothing, keyReused: true }, undefined, judges);
  expect(prepare).toThrow(/Idempotency-Key/);
});

test('a first attempt that was never kept gives its id to the next', () => {
  const id = anId(4) as CommentId;
  const history = { ...nothing, same: { id, by: 'form' } } as const;
  expect(prepareScreening(aSubmission(), history, undefined, judges)).toMatchObject({ id });
});

test.each([undefined, 'pending', 'rejected', 'spam', 'withdrawn'] as const)(
  'an answer to a comment that is %s is refused',
  (status) => {
    const above = status && { id: parent, root: parent, status };
    const history = { ...nothing, ...(above ? { parent: above } : {}) };
    const submission = aSubmission({ draft: aDraft({ parent }) });
    expect(() => prepareScreening(submission, history, undefined, judges)).toThrow(/not there/);
  },
);
