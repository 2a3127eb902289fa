import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment } from '../../../src/comment/comment.ts';
import { queues } from '../../../src/comment/queue.ts';
import type { Order } from '../../../src/storage/comment-store.ts';
import { anId, aStored, aVerdict, NOW, withStore } from '../with-store.ts';
import { approved, inListOrder } from './add-threads.ts';

const fixture = withStore();

/** A few at a time: not every engine takes hundreds of connections at once. */
const add = async (comments: readonly Comment[]) => {
  for (let at = 0; at < comments.length; at += 20)
    await Promise.all(comments.slice(at, at + 20).map((comment) => fixture.store.add(comment)));
};
const readAll = async (article: string, order: Order, limit: number) => {
  const pages = [];
  let from: string | undefined;
  do {
    const page = await fixture.store.listShown({
      site: 'demo',
      article,
      order,
      limit,
      ...(from ? { from } : {}),
    });
    pages.push(page.items);
    from = page.next;
  } while (from !== undefined);
  return pages;
};

/** Two threads, a reply to the first that is younger than the second, and a comment that waits. */
const addThreads = async (article: string) => {
  const first = approved(article, 1);
  const second = approved(article, 2);
  const reply = approved(article, 3, first.id);
  await add([second, reply, first, aStored({ article, id: anId(4) })]);
  return { first, second, reply };
};

test('shows approved comments only, threads together, oldest first', async () => {
  const { first, second, reply } = await addThreads('threads-oldest');
  const [page] = await readAll('threads-oldest', 'oldest', 50);
  expect(page?.map(({ id }) => id)).toEqual([first.id, reply.id, second.id]);
});

test('shows the newest thread first, each from its beginning', async () => {
  const { first, second, reply } = await addThreads('threads-newest');
  const [page] = await readAll('threads-newest', 'newest', 50);
  expect(page?.map(({ id }) => id)).toEqual([second.id, first.id, reply.id]);
});

test('pages hold whole threads, and all pages together everything once', async () => {
  let articles = 0;
  const threads = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      threads,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom<Order>('oldest', 'newest'),
      async (sizes, limit, order) => {
        articles += 1;
        const article = `paged-${articles}`;
        const comments = sizes.flatMap((replies, thread) => {
          const root = approved(article, thread * 100 + 1);
          return [
            root,
            ...Array.from({ length: replies }, (_, n) => approved(article, thread * 100 + 2 + n, root.id)),
          ];
        });
        await add(comments);
        const pages = await readAll(article, order, limit);
        expect(pages.flat().map(({ id }) => id)).toEqual(inListOrder(comments, order));
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(limit);
          const threads = Object.values(Object.groupBy(comments, ({ root }) => root)).map((all = []) => all);
          const isOn = (comment: Comment) => page.some(({ id }) => id === comment.id);
          // Only a thread too long for any page may be on several.
          for (const thread of threads.filter(({ length }) => length <= limit)) {
            const there = thread.filter(isOn).length;
            expect([0, thread.length]).toContain(there);
          }
        }
        // What is too long for any page leaves none before it nearly empty.
        for (const [at, page] of pages.slice(1).entries()) {
          const thread = comments.filter(({ root }) => root === page[0]?.root);
          if (thread.length > limit) expect(pages[at]?.length).toBeGreaterThanOrEqual(limit / 2);
        }
      },
    ),
    { numRuns: 25, seed: 11 },
  );
});

test.each(['oldest', 'newest'] as const)(
  'a thread that no page holds begins on the page before it: %s first',
  async (order) => {
    const article = `long-${order}`;
    const long = approved(article, 100);
    const replies = Array.from({ length: 60 }, (_, n) => approved(article, 101 + n, long.id));
    const short = approved(article, order === 'oldest' ? 1 : 200);
    await add([short, long, ...replies]);
    const pages = await readAll(article, order, 50);
    expect(pages.map(({ length }) => length)).toEqual([50, 12]);
    expect(pages[0]?.[0]?.id).toBe(short.id);
    expect(pages.flat().some(({ isRemoved }) => isRemoved)).toBe(false);
  },
);

/** A thread of 71 comments, and one that is older and one that is newer. */
const addLong = async (article: string) => {
  const [oldest, long, newest] = [approved(article, 1), approved(article, 100), approved(article, 200)];
  const replies = Array.from({ length: 70 }, (_, n) => approved(article, 101 + n, long.id));
  await add([oldest, long, ...replies, newest]);
  return [newest, long, ...replies, oldest].map(({ id }) => id);
};

test.each([50, 2, 1, 100])(
  'newest first, a thread longer than a page begins with its first comment and goes on in order (%i on a page)',
  async (limit) => {
    const expected = await addLong(`goes-on-${limit}`);
    const pages = await readAll(`goes-on-${limit}`, 'newest', limit);
    expect(pages.flat().map(({ id }) => id)).toEqual(expected);
  },
);

test('newest first, a page of 50 within a long thread costs at most 3 read units, one that begins it a page more', async () => {
  const article = 'long-cost';
  const long = approved(article, 0);
  await add([long, ...Array.from({ length: 400 }, (_, n) => approved(article, 1 + n, long.id))]);
  const read = async (from?: string) => {
    fixture.consumed();
    const { next } = await fixture.store.listShown({
      ...{ site: 'demo', article, order: 'newest' as const, limit: 50 },
      ...(from ? { from } : {}),
    });
    return { next, reads: fixture.consumed().reads };
  };
  const first = await read();
  const second = await read(first.next);
  expect(second.reads).toBeLessThanOrEqual(3);
  expect(first.reads).toBeLessThanOrEqual(6);
});

test('a page of 50 costs at most 3 read units with its article, at 100 comments and at 1,000 of every state', async () => {
  const costs = [];
  for (const [article, approvedOnes, others] of [
    ['small', 100, 0],
    ['large', 400, 600],
  ] as const) {
    const ofOthers = (n: number) =>
      aStored({ article, id: anId(n, NOW + n), status: n % 2 ? 'spam' : 'pending' });
    await add(Array.from({ length: approvedOnes }, (_, n) => approved(article, n)));
    await add(Array.from({ length: others }, (_, n) => ofOthers(approvedOnes + n)));
    fixture.consumed();
    await fixture.store.readArticle('demo', article);
    await fixture.store.listShown({ site: 'demo', article, order: 'oldest', limit: 50 });
    costs.push(fixture.consumed().reads);
  }
  expect(costs[0]).toBe(costs[1]);
  expect(Math.max(...costs)).toBeLessThanOrEqual(3);
});

test('a queue page of 50 costs at most 4 read units', async () => {
  await add(
    Array.from({ length: 60 }, (_, n) =>
      aStored({
        site: 'queues',
        article: 'a',
        id: anId(n, NOW + n),
        text: 'Merci pour cet article, très utile.',
      }),
    ),
  );
  fixture.consumed();
  const { items } = await fixture.store.listQueue({
    site: 'queues',
    queue: 'pending',
    order: 'oldest',
    limit: 50,
  });
  expect(fixture.consumed().reads).toBeLessThanOrEqual(4);
  expect(items).toHaveLength(50);
  expect(items[0]).toMatchObject({
    article: 'a',
    verdict: { outcome: 'hold' },
    authorRecord: { approved: 0, refused: 0 },
  });
});

test('filters a queue by article and by the check that objected', async () => {
  const held = (n: number, article: string, check: string) => {
    const { outcome, findings } = aVerdict('hold', 3);
    const [first, ...rest] = findings;
    return aStored({
      site: 'filters',
      article,
      id: anId(n),
      verdict: { outcome, findings: first ? [{ ...first, check }, ...rest] : [] },
    });
  };
  await add([held(1, 'a', 'duplicate'), held(2, 'a', 'near-duplicate'), held(3, 'b', 'duplicate')]);
  const ids = async (filter: { article?: string; reason?: string }) => {
    const { items } = await fixture.store.listQueue({
      site: 'filters',
      queue: 'pending',
      order: 'oldest',
      limit: 50,
      ...filter,
    });
    return items.map(({ id }) => id);
  };
  expect(await ids({ article: 'a' })).toEqual([anId(1), anId(2)]);
  expect(await ids({ reason: 'duplicate' })).toEqual([anId(1), anId(3)]);
  expect(await ids({ article: 'b', reason: 'near-duplicate' })).toEqual([]);
});

test('says of each queue when its oldest came', async () => {
  await add([
    aStored({ site: 'ages', id: anId(1), since: NOW - 5000 }),
    aStored({ site: 'ages', id: anId(2), since: NOW }),
  ]);
  const { queues: states } = await fixture.store.listQueues('ages');
  expect(Object.keys(states)).toEqual([...queues]);
  expect(states.pending.oldest).toBe(NOW - 5000);
  expect(states.spam).toEqual({ count: 0 });
});

test('lists every state of one article, or one', async () => {
  await add([
    aStored({ article: 'all', id: anId(1) }),
    aStored({ article: 'all', id: anId(2), status: 'approved' }),
  ]);
  const list = (status?: 'approved') =>
    fixture.store.listOfArticle({
      site: 'demo',
      article: 'all',
      order: 'oldest',
      limit: 10,
      ...(status ? { status } : {}),
    });
  expect((await list()).items).toHaveLength(2);
  expect((await list('approved')).items.map(({ id }) => id)).toEqual([anId(2)]);
});

test('leaves out an item that cannot be read, and reports it', async () => {
  const { PutItemCommand } = await import('@aws-sdk/client-dynamodb');
  await add([approved('poisoned', 1)]);
  const Item = {
    pk: { S: 'demo#poisoned' },
    sk: { S: 'C#broken' },
    v: { S: 'demo#poisoned' },
    vs: { S: anId(2) },
  };
  await fixture.send(new PutItemCommand({ TableName: fixture.tableName, Item }));
  const [page] = await readAll('poisoned', 'oldest', 10);
  expect(page).toHaveLength(1);
  expect(fixture.reports).toContain('damaged-item');
});
