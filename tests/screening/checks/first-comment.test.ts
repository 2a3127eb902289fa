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

test('holds a comment whose author has no approved comment yet', () => {
  expect(on(0, 1)).toMatchObject({
    outcome: 'hold',
    traces: [{ field: 'author', term: '0 approved, 0 refused' }],
  });
});

test('does not object once the author has enough approved comments, or when the policy asks for none', () => {
  expect(on(1, 1)).toBeUndefined();
  expect(on(0, 0)).toBeUndefined();
});
