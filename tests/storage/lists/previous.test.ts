import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment, CommentId } from '../../../src/comment/comment.ts';
import { decide } from '../../../src/moderation/decision.ts';
import type { Order, PageBetween, ShownComment } from '../../../src/storage/comment-store.ts';
import { listComments } from '../../../src/use-cases/list-comments.ts';
import { anId, aSite, NOW, withStore } from '../with-store.ts';
import { addThreads, inListOrder } from './add-threads.ts';

const fixture = withStore();

type Asked = { readonly article: string; readonly order: Order; readonly limit: number };
type Listed = PageBetween<ShownComment>;
const pageOf = async (asked: Asked, more: { around?: CommentId; from?: string } = {}): Promise<Listed> =>
  (await listComments(fixture, { site: 'demo', ...asked, ...more })).page;

/** A page with all pages on one side of it, nearest first. */
const walk = async (asked: Asked, page: Listed, way: 'next' | 'previous'): Promise<readonly Listed[]> => {
  const pages: Listed[] = [];
  for (let from = page[way]; from !== undefined; from = pages.at(-1)?.[way])
    pages.push(await pageOf(asked, { from }));
  return pages;
};
const idsOf = (pages: readonly Listed[]) => pages.flatMap(({ items }) => items.map(({ id }) => id));

test('from any page one reaches all comments once, forwards and backwards, and the first page has none before it', async () => {
  let articles = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom<Order>('oldest', 'newest'),
      fc.nat(),
      async (sizes, limit, order, chosen) => {
        articles += 1;
        const article = `both-ways-${articles}`;
        const comments = await addThreads(fixture, article, sizes);
        const asked = { article, order, limit };
        const all = inListOrder(comments, order);

        const first = await pageOf(asked);
        expect(first.previous).toBeUndefined();
        const last = (await walk(asked, first, 'next')).at(-1) ?? first;
        const backwards = await walk(asked, last, 'previous');
        expect(idsOf([...backwards.toReversed(), last])).toEqual(all);

        const sought = comments[chosen % comments.length] as Comment;
        const middle = await pageOf(asked, { around: sought.id });
        const [before, after] = [await walk(asked, middle, 'previous'), await walk(asked, middle, 'next')];
        expect(idsOf([...before.toReversed(), middle, ...after])).toEqual(all);
        const [nearest] = before;
        // What comes before a page leads to it.
        if (nearest)
          expect(idsOf([nearest, ...(await walk(asked, nearest, 'next'))])).toEqual(
            idsOf([nearest, middle, ...after]),
          );
      },
    ),
    { numRuns: 25, seed: 12 },
  );
});

test('a page before which all was removed meanwhile is the first page', async () => {
  const comments = await addThreads(fixture, 'removed-before', [0, 0, 0]);
  const asked = { article: 'removed-before', order: 'oldest', limit: 1 } as const;
  const second = await pageOf(asked, { from: (await pageOf(asked)).next ?? '' });
  const [first] = comments as [Comment];
  const context = { site: aSite(), by: 'claire', now: NOW + 1000, batch: anId(9_000) as string };
  await fixture.store.saveStatus(decide(first, { decision: 'reject' }, context));
  expect(idsOf([await pageOf(asked, { from: second.previous ?? '' })])).toEqual([comments[1]?.id]);
});

test('a page before another costs what the page after it costs', async () => {
  await addThreads(fixture, 'cost-before', Array(120).fill(0));
  const asked = { article: 'cost-before', order: 'oldest', limit: 50 } as const;
  const first = await pageOf(asked);
  fixture.consumed();
  const second = await pageOf(asked, { from: first.next ?? '' });
  const forwards = fixture.consumed().reads;
  await pageOf(asked, { from: second.previous ?? '' });
  expect(fixture.consumed().reads).toBe(forwards);
});
