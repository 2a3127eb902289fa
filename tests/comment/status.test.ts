import { expect, test } from '@jest/globals';
import { canMove, statuses } from '../../src/comment/status.ts';

test('everything may become anything else, but what its author withdrew, and nothing stays by moving', () => {
  for (const from of statuses)
    for (const to of statuses)
      expect([from, to, canMove(from, to)]).toEqual([from, to, from !== to && from !== 'withdrawn']);
});
