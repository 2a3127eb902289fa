import { beforeAll, expect, test } from '@jest/globals';
import type { CommentId } from '../../src/comment/comment.ts';
import { anId, aStored, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const HOUR_MS = 3_600_000;
/** Comments of four days, one every twenty minutes, most of them under one article. */
const times = Array.from({ length: 260 }, (_, n) => NOW - n * (HOUR_MS / 3));
const ids: CommentId[] = [];

beforeAll(async () => {
  for (const [n, at] of times.entries()) {
    const id = anId(n, at);
    ids.push(id);
    const article = n % 4 === 0 ? `article-${n % 7}` : 'the-one-all-talk-about';
    const status = n % 3 === 0 ? 'pending' : 'approved';
    const { expiresAt: _, ...comment } = aStored({ id, article, status, createdAt: at, since: at });
    await fixture.store.add(status === 'approved' ? comment : { ...comment, expiresAt: NOW + 24 * HOUR_MS });
  }
});

const recent = (limit: number) => fixture.store.listRecent({ site: 'demo', now: NOW, limit });

test.each([1, 9, 10, 11, 200])(
  'the newest %d comments of a site are found, whatever article they are of',
  async (limit) => {
    expect((await recent(limit)).map(({ id }) => id)).toEqual(ids.slice(0, limit));
  },
);

test('all are found where there are fewer than asked for, and none where there are none', async () => {
  expect(await recent(1_000)).toHaveLength(260);
  expect(await fixture.store.listRecent({ site: 'autre', now: NOW, limit: 200 })).toEqual([]);
});

test('looking at 200 comments of some articles costs at most 60 read units, and writes nothing', async () => {
  fixture.consumed();
  await recent(200);
  const { reads, writes } = fixture.consumed();
  expect([writes, reads <= 60, reads]).toEqual([0, true, expect.any(Number)]);
});
