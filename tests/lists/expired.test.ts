import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import type { Status } from '../../src/comment/status.ts';
import { DAY_MS } from '../../src/comment/time.ts';
import { stopClock } from '../clock.ts';
import { ask } from '../journeys/call-gateway.ts';
import { follow } from '../journeys/follow-stream.ts';
import { asModerator, submit } from '../journeys/requests.ts';
import { withBackend } from '../journeys/with-backend.ts';
import { anId, aStored, NOW } from '../storage/with-store.ts';

const backend = withBackend({ table: 'of-test' });
let clock = stopClock(NOW);
beforeEach(() => {
  clock = stopClock(NOW);
});
afterAll(() => clock.restart());

/** Comments that came in a second apart, each due so many days from now. */
const add = async (status: Status, due: readonly number[], stated: Partial<Comment> = {}) => {
  for (const [n, days] of due.entries()) {
    const since = NOW - 20 * DAY_MS + n * 1000;
    const id = anId(n, since);
    const expiry = status === 'approved' ? {} : { expiresAt: NOW + days * DAY_MS };
    await backend.store.add(aStored({ id, createdAt: since, since, status, ...expiry, ...stated }));
  }
};

/** All pages of a list of moderators: how many rows each has, and the ids. */
const pagesOf = async (name: string, asked: Parameters<typeof asModerator>[1], query: string) => {
  const sizes: number[] = [];
  const ids: string[] = [];
  let cursor: string | null = '';
  do {
    const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await asModerator(name, { ...asked, query: `${query}${more}` })).json();
    sizes.push(page.comments.length);
    ids.push(...page.comments.map(({ id }: { readonly id: string }) => id));
    cursor = page.next;
  } while (cursor);
  return { sizes, ids };
};

const queuePages = (queue: string, query = 'limit=5') => pagesOf('list-queue', { params: { queue } }, query);

test.each(['pending', 'spam'] as const)(
  'a %s comment whose time is over is in no queue, and pages are full nevertheless',
  async (queue) => {
    await add(queue, [...Array(12).fill(-1), ...Array(7).fill(1), ...Array(3).fill(0), ...Array(5).fill(2)]);
    for (const order of ['oldest', 'newest'])
      expect((await queuePages(queue, `limit=5&order=${order}`)).sizes.slice(0, 2)).toEqual([5, 5]);
    const { ids } = await queuePages(queue);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  },
);

test('hundreds of expired comments end a page early at most, with where to go on, and none after them is missed', async () => {
  await add('pending', [...Array(1300).fill(-1), 1, 1]);
  const { ids } = await queuePages('pending', 'limit=50');
  expect(ids).toHaveLength(2);
});

test('an article’s list shows moderators no comment whose time is over, whatever its status', async () => {
  for (const [n, status] of (['pending', 'rejected', 'spam', 'withdrawn'] as const).entries())
    await backend.store.add(
      aStored({ id: anId(100 + n), status, expiresAt: NOW - DAY_MS, createdAt: NOW - 40 * DAY_MS }),
    );
  await add('pending', [1, -1, 1, -1, 1, -1]);
  await backend.store.add(aStored({ id: anId(200), status: 'approved', article: 'gare-de-lyon' }));
  const all = { article: 'gare-de-lyon' };
  expect((await pagesOf('list-article-comments', all, 'limit=2')).sizes).toEqual([2, 2]);
  expect((await pagesOf('list-article-comments', all, 'limit=50&status=pending')).ids).toHaveLength(3);
  expect((await pagesOf('list-article-comments', all, 'limit=50&status=rejected')).ids).toEqual([]);
});

test.each([1, 5, 130])('no count of a queue has the %d comments whose time is over', async (expired) => {
  await add('pending', [...Array(expired).fill(-1), 1, 1]);
  await follow(backend);
  const { queues } = (await asModerator('list-queues')).json();
  expect(queues.pending).toMatchObject({
    count: 2,
    oldestAt: new Date(NOW - 20 * DAY_MS + expired * 1000).toISOString(),
  });
});

test('a queue with nothing but expired comments is empty', async () => {
  await add('pending', [-1, -2]);
  await follow(backend);
  const { queues } = (await asModerator('list-queues')).json();
  expect(queues.pending).toMatchObject({ count: 0, oldestAt: null });
});

test('no receipt says that an expired comment is there, and nobody decides on it', async () => {
  const { id, receipt } = (
    await submit('gare', { author: 'Camille', text: 'Je prends ce train tous les matins.' })
  ).json();
  expect((await asModerator('list-queue', { params: { queue: 'pending' } })).json().comments).toHaveLength(1);
  clock.pass((31 * DAY_MS) / 1000);
  const shown = await ask('show-receipt', { route: '/r/{receipt}', params: { receipt } });
  expect([shown.statusCode, shown.json().code]).toEqual([404, 'receipt-not-found']);
  const decisions = [{ article: 'gare', comment: id, version: 1, decision: 'approve' }];
  const { results } = (await asModerator('decide-comments', { method: 'POST', body: { decisions } })).json();
  expect(results).toMatchObject([{ problem: { code: 'comment-not-found' } }]);
});
