import { expect, test } from '@jest/globals';
import { anId, aStored, NOW, withStore } from '../with-store.ts';
import { approved } from './add-threads.ts';

const fixture = withStore();

const listed = async (article: string) => {
  fixture.consumed();
  const { items } = await fixture.store.listShown({ site: 'demo', article, order: 'oldest', limit: 50 });
  return { items, reads: fixture.consumed().reads };
};

/** Published replies to comments of one status, which readers see no more. */
const addAnswered = async (article: string, count: number, status: 'withdrawn' | 'rejected') => {
  for (let n = 0; n < count; n += 1) {
    const gone = aStored({ article, id: anId(2 * n, NOW + 2 * n), status });
    await fixture.store.add(gone);
    await fixture.store.add(approved(article, 2 * n + 1, gone.id));
  }
};

test('the place of a comment says whether its author took it back', async () => {
  await addAnswered('withdrawn', 1, 'withdrawn');
  await addAnswered('rejected', 1, 'rejected');
  expect((await listed('withdrawn')).items[0]).toMatchObject({ isRemoved: true, isWithdrawn: true });
  const [rejected] = (await listed('rejected')).items;
  expect([rejected?.isRemoved, rejected?.isWithdrawn]).toEqual([true, undefined]);
});

test('the place of a reply that is gone stays under what it answered, with the answers to it', async () => {
  const idOf = (n: number) => anId(n, NOW + n);
  const [first, second, gone, last] = [idOf(1), idOf(2), idOf(3), idOf(4)];
  const inThread = { article: 'deep', root: first, status: 'approved' as const };
  await fixture.store.add(aStored({ ...inThread, id: first }));
  await fixture.store.add(aStored({ ...inThread, id: second, parent: first }));
  await fixture.store.add(aStored({ ...inThread, id: gone, parent: second, status: 'rejected' }));
  await fixture.store.add(aStored({ ...inThread, id: last, parent: gone }));
  const { items } = await listed('deep');
  expect(items.map(({ id, parent }) => [id, parent])).toEqual([
    [first, undefined],
    [second, first],
    [gone, second],
    [last, gone],
  ]);
});

test('asking why comments are gone costs half a read unit for each, and 10 at most', async () => {
  await addAnswered('few', 2, 'withdrawn');
  await addAnswered('many', 40, 'withdrawn');
  const [few, many] = [await listed('few'), await listed('many')];
  expect(few.reads).toBeLessThanOrEqual(0.5 + 2 * 0.5 + 0.5);
  expect(many.items.filter(({ isWithdrawn }) => isWithdrawn)).toHaveLength(20);
  expect(many.reads).toBeLessThanOrEqual(3 + 10);
});
