import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { bucketOf, dayCountsOf, readName, secondsOf } from '../../src/moderation/day-counts.ts';

const AT = Date.UTC(2026, 2, 9, 23, 59);
const comment = newCommentId(AT - 600_000, new Uint8Array(10));
const anEntry = {
  at: AT,
  by: 'm1',
  action: 'approve',
  comment,
  version: 2,
  before: 'pending',
  after: 'approved',
};

test('a bucket stands for every time in it, to an eighth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 60 * 86_400_000 }), (ms) => {
      const ratio = secondsOf(bucketOf(ms)) / (ms / 1000);
      expect(ratio).toBeGreaterThan(0.88);
      expect(ratio).toBeLessThan(1.13);
    }),
  );
});

test('a decision counts as done, for its member, with its reason and its wait', () => {
  const [day] = dayCountsOf('demo', [{ ...anEntry, action: 'reject', reason: 'off-topic' }]);
  expect(day).toEqual({
    site: 'demo',
    day: '2026-03-09',
    counts: { 'd reject': 1, 'm m1': 1, 'r off-topic': 1, [`t ${bucketOf(600_000)}`]: 1 },
  });
});

test('a comment waits from when it was held, however old it is', () => {
  const waited = { [`t ${bucketOf(1_000)}`]: 1 };
  const [day] = dayCountsOf('demo', [{ ...anEntry, heldAt: AT - 1_000 }]);
  expect(day?.counts).toMatchObject(waited);
});

test('events fall on their own days, and those of the site itself on none', () => {
  const days = dayCountsOf('demo', [
    anEntry,
    { ...anEntry, at: AT + 60_000 },
    { at: AT, by: 'm1', action: 'ban', article: 'gare', comment },
  ]);
  expect(days.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10']);
  expect(days[0]?.counts).not.toHaveProperty('d ban');
});

test('what a later version counts is passed over', () => {
  expect(readName('z new')).toBeUndefined();
  expect(readName('m a b')).toEqual(['member', 'a b']);
});
