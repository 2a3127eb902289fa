import { expect, test } from '@jest/globals';
import { firstComment } from '../../../src/screening/checks/first-comment.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const on = (approved: number, approvedMin: number) =>
  firstComment.run(
    anEvidence({
      author: { proven: false, approved, refused: 0 },
      policy: aPolicy({ firstComment: { approvedMin } }),
    }),
  );

test('holds the comment of an author nobody has approved yet', () => {
  expect(on(0, 1)).toMatchObject({
    outcome: 'hold',
    traces: [{ field: 'author', term: '0 approved, 0 refused' }],
  });
});

test('has no objection once enough are approved, or when none is asked for', () => {
  expect(on(1, 1)).toBeUndefined();
  expect(on(0, 0)).toBeUndefined();
});
