import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/comment/time.ts';
import { stepOf, stepToRemoval } from '../../src/moderation/steps.ts';
import { countedOf } from '../../src/moderation/tally.ts';
import { aStored, NOW } from '../storage/with-store.ts';

const { expiresAt: _, ...kept } = aStored({ status: 'approved' });
test.each([
  ['a due comment', aStored({ status: 'spam', expiresAt: NOW - DAY_MS }), 'retention'],
  ['a comment that is not due', aStored({ status: 'pending', expiresAt: NOW + DAY_MS }), 'unknown'],
  ['a published comment', kept, 'unknown'],
  ['what is left of an erased comment', { ...kept, status: 'withdrawn' as const }, 'unknown'],
])('the removal of %s is by who may remove it', (_, before, by) => {
  const told = { site: before.site, article: before.article, stream: 'one', record: '1' };
  const step = stepOf([{ ...told, before, at: NOW }], countedOf(before));
  expect(step).toMatchObject({ removed: { action: 'remove', by, before: before.status } });
});

test('a removal that no stream told of is by nobody known', () => {
  const step = stepToRemoval(kept, { before: countedOf(kept), version: 1, at: NOW });
  expect(step?.removed).toMatchObject({ action: 'remove', by: 'unknown', before: 'approved' });
});
