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

const recent = async (limit: number, site = 'demo') =>
  (await fixture.store.listRecent({ site, now: NOW, limit })).comments;

test.each([1, 9, 10, 11, 200])(
  'the newest %d comments of a site are found, whatever article they are of',
  async (limit) => {
    expect((await recent(limit)).map(({ id }) => id)).toEqual(ids.slice(0, limit));
  },
);

test('all are found where there are fewer than asked for, and none where there are none', async () => {
  expect(await recent(1_000)).toHaveLength(260);
  expect(await recent(200, 'autre')).toEqual([]);
});

test('looking at 200 comments of some articles costs at most 60 read units, and writes nothing', async () => {
  fixture.consumed();
  await recent(200);
  const { reads, writes } = fixture.consumed();
  expect([writes, reads <= 60, reads]).toEqual([0, true, expect.any(Number)]);
});

test('a day with comments on as many articles as are looked at is said to be looked at in part', async () => {
  const isPartial = async () =>
    (await fixture.store.listRecent({ site: 'beaucoup', now: NOW, limit: 200 })).isPartial;
  const add = (n: number) =>
    fixture.store.add(aStored({ site: 'beaucoup', id: anId(n), article: `un-article-${n}` }));
  for (let n = 0; n < 99; n += 1) await add(n);
  expect(await isPartial()).toBe(false);
  await add(99);
  expect(await isPartial()).toBe(true);
});
