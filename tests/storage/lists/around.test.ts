import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment, CommentId } from '../../../src/comment/comment.ts';
import { newCommentId } from '../../../src/comment/comment-id.ts';
import type { Order } from '../../../src/storage/comment-store.ts';
import { listComments } from '../../../src/use-cases/list-comments.ts';
import { anId, aStored, NOW, withStore } from '../with-store.ts';
import { addThreads, approved } from './add-threads.ts';

const fixture = withStore();

const add = async (comments: readonly Comment[]) => {
  for (const comment of comments) await fixture.store.add(comment);
  return comments;
};
const list = (article: string, order: Order, limit: number, more: { around?: CommentId; from?: string }) =>
  listComments(fixture, { site: 'demo', article, order, limit, ...more });

test('the page around a comment holds it, in the order of all pages, and what comes next follows without a gap', async () => {
  let articles = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom<Order>('oldest', 'newest'),
      fc.nat(),
      async (sizes, limit, order, chosen) => {
        articles += 1;
        const article = `around-${articles}`;
        const comments = await addThreads(fixture, article, sizes);
        const sought = comments[chosen % comments.length] as Comment;
        const { page, isGone } = await list(article, order, limit, { around: sought.id });
        expect(isGone).toBe(false);
        expect(page.items.map(({ id }) => id)).toContain(sought.id);
        expect(page.items.length).toBeLessThanOrEqual(limit);

        const roots = comments.filter(({ id, root }) => id === root).map(({ id }) => id);
        const inOrder = order === 'oldest' ? roots : roots.toReversed();
        const seen = [...page.items];
        for (let from = page.next; from !== undefined; ) {
          const following = (await list(article, order, limit, { from })).page;
          seen.push(...following.items);
          from = following.next;
        }
        const ids = seen.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        // From its thread on nothing is missing.
        const after = inOrder.slice(inOrder.indexOf(sought.root) + 1);
        for (const { id } of comments.filter(({ root }) => after.includes(root))) expect(ids).toContain(id);
        const threads = [...new Set(seen.map(({ root }) => root))];
        expect(threads).toEqual(inOrder.filter((root) => threads.includes(root)));
      },
    ),
    { numRuns: 25, seed: 5 },
  );
});

test('of a comment that is not published, or of another article, the first page is shown and said to be so', async () => {
  const [shown, waiting] = await add([approved('mine', 1), aStored({ article: 'mine', id: anId(2) })]);
  const [other] = await add([approved('other', 3)]);
  const unknown = newCommentId(NOW, new Uint8Array(10).fill(7));
  for (const around of [waiting?.id, other?.id, unknown]) {
    const found = await list('mine', 'oldest', 50, { around: around as CommentId });
    expect([found.isGone, found.page.items.map(({ id }) => id)]).toEqual([true, [shown?.id]]);
  }
});

test('a comment that the index does not have yet is on its page', async () => {
  const comments = await add([approved('lag', 1), approved('lag', 2)]);
  const late = approved('lag', 3);
  const { items } = await fixture.store.listShown({
    site: 'demo',
    article: 'lag',
    order: 'oldest',
    limit: 50,
    around: late,
  });
  expect(items.map(({ id }) => id)).toEqual([...comments, late].map(({ id }) => id));
});

test.each(['oldest', 'newest'] as const)(
  'the page of 50 around a comment costs one read unit more than another, wherever it stands, %s first',
  async (order) => {
    const article = order.slice(0, 4);
    const comments = await add(Array.from({ length: 200 }, (_, n) => approved(article, n)));
    const costs = [];
    for (const at of [0, 100, 199]) {
      fixture.consumed();
      await list(article, order, 50, { around: (comments[at] as Comment).id });
      costs.push(fixture.consumed().reads);
    }
    expect(Math.max(...costs)).toBeLessThanOrEqual(3 + 1);
  },
);
