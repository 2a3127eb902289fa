import { expect, test } from '@jest/globals';
import { actsFor } from '../../browser/moderation/row/acts.ts';

const offered = (comment: object) =>
  actsFor({ status: 'pending', author: { name: 'Ali' }, ...comment } as never, undefined);

test('nobody is offered to ban the newsroom, nor whom nothing tells of any more', () => {
  expect(offered({})).toContain('ban');
  expect(offered({ staff: true })).not.toContain('ban');
  expect(offered({ staff: true })).toContain('reject');
  expect(offered({ status: 'withdrawn' })).toEqual(['ban']);
  expect(offered({ status: 'withdrawn', author: { name: '' } })).toEqual([]);
});
