import { expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comment/comment.ts';
import { Refusal } from '../../../src/comment/refusal.ts';
import { unlessDone } from '../../../src/use-cases/receipts/unless-done.ts';
import { aStored } from '../../storage/with-store.ts';

const WANTED = 'Le texte voulu.';
const first = aStored({ text: 'Le premier texte.' });
const refusing = async (): Promise<Comment> => {
  throw new Refusal('changed-meanwhile', '');
};
/** A change that comes too late, since the comment became this at the same moment. */
const late = (now: Comment | undefined, change = refusing) =>
  unlessDone({ find: async () => now }, first, ({ text }) => text === WANTED, change);

test('a change is done when the comment became by another request what this one asked for', async () => {
  const same = aStored({ text: WANTED, version: 2 });
  expect(await late(same)).toBe(same);
});

test.each([
  ['became something else', aStored({ text: 'Un autre texte.' })],
  ['was erased', aStored({ text: WANTED, erasedAt: 1 })],
  ['is gone', undefined],
])('it is refused when the comment %s', async (_, now) => {
  await expect(late(now)).rejects.toMatchObject({ code: 'changed-meanwhile' });
});

test('what else is refused stays refused', async () => {
  const full = async () => {
    throw new Refusal('storage-unavailable', '');
  };
  await expect(late(aStored({ text: WANTED }), full)).rejects.toMatchObject({ code: 'storage-unavailable' });
});
