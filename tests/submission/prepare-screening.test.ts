import { expect, test } from '@jest/globals';
import type { CommentId } from '../../src/comment/comment.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import type { SubmissionHistory } from '../../src/submission/history.ts';
import { prepareScreening, questionOf } from '../../src/submission/prepare-screening.ts';
import type { Submission } from '../../src/submission/submission.ts';
import { aDraft, NOW } from '../make.ts';
import { anId, aSite, aStored } from '../storage/with-store.ts';

const model = shippedModel();
const parent = anId(5) as CommentId;
const nothing: SubmissionHistory = { earlier: [], resembling: [], formTokenUsed: false, learned: [] };

const aSubmission = (stated: Partial<Submission['received']> = {}): Submission => ({
  received: {
    site: aSite(),
    draft: aDraft(),
    honeypot: 'http://spam.example',
    sender: { address: '192.0.2.17', network: '192.0.2.17', agent: '', proven: 'somebody' },
    form: { state: 'genuine', ageS: 90, nonce: 'n' },
    idempotencyKey: undefined,
    now: NOW,
    ...stated,
  },
  identity: {
    id: anId(1) as CommentId,
    networkKey: '2605:n',
    emailKey: undefined,
    authorKey: '1:author',
    fingerprint: 'print',
    sameWithinMs: 1,
    formToken: Uint8Array.of(1, 2, 3),
  },
});

test('the store is asked only for what a submission has', () => {
  const short = aSubmission({ draft: aDraft({ text: 'Oui.' }) });
  expect(questionOf(short)).not.toHaveProperty('sketch');
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
    author: { approved: 2, refused: 1 },
    earlier: [NOW - 1],
    formTokenUsed: true,
  };
  expect(prepareScreening(aSubmission(), history, undefined, model)).toMatchObject({
    id: anId(1),
    evidence: {
      mode: 'premoderated',
      author: { proven: true, approved: 2, refused: 1 },
      form: { state: 'genuine', ageS: 90, used: true },
      honeypot: 'http://spam.example',
      earlier: [NOW - 1],
    },
  });
});

test('what nobody knows anything about is open, by a stranger', () => {
  expect(prepareScreening(aSubmission(), nothing, undefined, model)).toMatchObject({
    evidence: { mode: 'open', author: { approved: 0, refused: 0 }, learned: [] },
  });
});

test('a comment that came in before keeps its id and is not judged again', () => {
  const known = aStored({ id: anId(3) });
  const prepared = prepareScreening(
    aSubmission({ draft: aDraft({ parent }) }),
    { ...nothing, same: known.id },
    known,
    model,
  );
  expect([prepared.id, prepared.known]).toEqual([known.id, known]);
  expect(prepared).not.toHaveProperty('evidence');
});

test('a first attempt that was never kept gives its id to the next', () => {
  const same = anId(4) as CommentId;
  expect(prepareScreening(aSubmission(), { ...nothing, same }, undefined, model)).toMatchObject({ id: same });
});

test.each([undefined, 'pending', 'rejected', 'spam', 'withdrawn'] as const)(
  'an answer to a comment that is %s is refused',
  (status) => {
    const above = status && { id: parent, root: parent, status };
    const history = { ...nothing, ...(above ? { parent: above } : {}) };
    const submission = aSubmission({ draft: aDraft({ parent }) });
    expect(() => prepareScreening(submission, history, undefined, model)).toThrow(/not there/);
  },
);
