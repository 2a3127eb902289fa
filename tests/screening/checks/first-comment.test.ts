import { expect, test } from '@jest/globals';
import type { Policy } from '../../../src/comment/policy.ts';
import type { Evidence } from '../../../src/screening/check.ts';
import { firstComment } from '../../../src/screening/checks/first-comment.ts';
import { explain, explainToAuthor } from '../../../src/screening/explain.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const on = (approved: number, approvedMin: number, more: Partial<Evidence['author']> = {}) =>
  firstComment.run(
    anEvidence({
      author: { proven: false, approved, refused: 0, spam: 0, unseen: 0, ...more },
      policy: aPolicy({ firstComment: { approvedMin } }),
    }),
  );

test('holds a comment whose author has no approved comment yet', () => {
  expect(on(0, 1)).toMatchObject({
    outcome: 'hold',
    traces: [{ field: 'author', term: 'none was judged yet' }],
  });
});

test('does not object once the author has enough approved comments, or when the policy asks for none', () => {
  expect(on(1, 1)).toBeUndefined();
  expect(on(0, 0)).toBeUndefined();
});

test('weighs what was refused against what was approved', () => {
  expect(on(3, 1, { refused: 2 })).toBeUndefined();
  expect(on(3, 1, { refused: 3 })).toMatchObject({ outcome: 'hold' });
});

test('holds whoever had a comment filed as spam, however many were approved, from the decision on', () => {
  expect(on(100, 1, { spam: 1, refused: 1 })).toMatchObject({ outcome: 'hold' });
  expect(on(100, 1, { lookedAt: 5, distrustedAt: 6 })).toMatchObject({ outcome: 'hold' });
  // The stream has told meanwhile, and the decision was taken back.
  expect(on(100, 1, { lookedAt: 6, distrustedAt: 6 })).toBeUndefined();
});

test('names what ended trust, with its numbers, and tells its author the same as a newcomer', () => {
  const reasonsOf = (result: ReturnType<typeof firstComment.run>) => {
    const finding = { check: 'first-comment', outcome: 'hold', traces: result?.traces ?? [] } as const;
    return { french: explain(finding, 'fr'), author: explainToAuthor([finding], 'fr') };
  };
  const spam = reasonsOf(on(1, 1, { proven: true, refused: 1, spam: 1 }));
  expect(spam.french).toEqual([
    'Les commentaires de cette personne sont relus d’abord\u00A0: classés comme spam\u00A0: 1, approuvés\u00A0: 1, refusés\u00A0: 1.',
  ]);
  const others = [
    reasonsOf(on(50, 1, { refused: 50 })),
    reasonsOf(on(50, 1, { lookedAt: 5, distrustedAt: 6 })),
    reasonsOf(firstCommentOf(10, { approvedMin: 1, unseenMax: 10 })),
  ];
  expect(others.map(({ french }) => french[0])).toEqual([
    expect.stringContaining('approuvés\u00A0: 50, refusés\u00A0: 50'),
    expect.stringContaining('une décision récente a compté contre elle'),
    expect.stringContaining('arrivés depuis le dernier regard de la modération\u00A0: 10'),
  ]);
  const newcomer = reasonsOf(on(0, 1));
  expect([spam, ...others].map(({ author }) => author)).toEqual(Array(4).fill(newcomer.author));
});

test('holds what comes after as many as may be published unseen, where there is a limit and not everybody is trusted', () => {
  const after = (unseen: number, firstComment: Partial<Policy['firstComment']> = {}) =>
    firstCommentOf(unseen, { approvedMin: 1, unseenMax: 3, ...firstComment });
  expect(after(2)).toBeUndefined();
  expect(after(3)).toMatchObject({
    outcome: 'hold',
    traces: [{ field: 'author', term: '3 since a moderator last looked' }],
  });
  expect(after(30, { unseenMax: null })).toBeUndefined();
  expect(after(30, { approvedMin: 0 })).toBeUndefined();
});

const firstCommentOf = (unseen: number, rules: Policy['firstComment']) =>
  firstComment.run(
    anEvidence({
      author: { proven: true, approved: 9, refused: 0, spam: 0, unseen },
      policy: aPolicy({ firstComment: rules }),
    }),
  );
