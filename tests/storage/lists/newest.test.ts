import { expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comment/comment.ts';
import { anId, aStored, NOW, withStore } from '../with-store.ts';

const fixture = withStore();
const LIMIT = 50;

const add = async (n: number, stated: Partial<Comment> = {}) => {
  const comment = aStored({ id: anId(n, NOW + n), createdAt: NOW + n, status: 'approved', ...stated });
  await fixture.store.add(comment);
  return comment;
};
/** As the stream tells of it. */
const keep = (site: string, { article, id, version }: Comment, at: number, action = 'publish') =>
  fixture.store.keepLatest({ site, article, comment: id, version, at, action: action as 'publish' });
const numbersOf = (comments: readonly { readonly createdAt: number }[]) =>
  comments.map(({ createdAt }) => createdAt - NOW);
const newest = (site: string, article?: string) => fixture.store.listNewest({ site, article, limit: LIMIT });

test('an article’s newest comments come first whatever thread they stand in, and nothing that is not published', async () => {
  const of = { article: 'fils' };
  const root = await add(1, of);
  await add(2, of);
  for (const [n, status] of (['pending', 'rejected', 'spam', 'withdrawn'] as const).entries())
    await add(10 + n, { ...of, status });
  await add(20, { ...of, root: root.id, parent: root.id });
  expect(numbersOf(await newest('demo', 'fils'))).toEqual([20, 2, 1]);
});

test('spam between them costs some reading and leaves room for all 50; a flood of it ends the looking', async () => {
  for (let n = 0; n < 60; n += 1) await add(n, { article: 'inonde' });
  for (let n = 60; n < 180; n += 1) await add(n, { article: 'inonde', status: 'spam' });
  expect(await newest('demo', 'inonde')).toHaveLength(LIMIT);
  for (let n = 180; n < 520; n += 1) await add(n, { article: 'inonde', status: 'spam' });
  fixture.consumed();
  expect(await newest('demo', 'inonde')).toEqual([]);
  expect(fixture.consumed().reads).toBeLessThanOrEqual(120);
});

test('a site’s are of all its articles, each once, and of no other site', async () => {
  const [one, two, other] = [
    await add(1, { site: 'un', article: 'a' }),
    await add(2, { site: 'un', article: 'b' }),
    await add(3, { site: 'deux', article: 'a' }),
  ];
  await keep('un', one, NOW + 1);
  await keep('un', two, NOW + 2);
  await keep('un', one, NOW + 3, 'approve');
  await keep('deux', other, NOW + 4);
  expect(numbersOf(await newest('un'))).toEqual([2, 1]);
});

test('what was rejected since takes no place, however much of it there is', async () => {
  const site = 'ménage';
  await keep(site, await add(1, { site, article: 'a' }), NOW + 1);
  for (let n = 2; n < 140; n += 1) {
    const gone = await add(n, { site, article: 'a', status: 'spam' });
    await keep(site, gone, NOW + n);
    await keep(site, gone, NOW + 1_000 + n, 'spam');
  }
  fixture.consumed();
  expect(numbersOf(await newest(site))).toEqual([1]);
  const { reads, commands } = fixture.consumed();
  expect(reads).toBeLessThanOrEqual(12);
  expect(commands.filter((name) => name === 'BatchGetItemCommand')).toHaveLength(1);
});

test('what left its page without a decision, or by an undo, is looked behind', async () => {
  const site = 'retours';
  for (let n = 1; n <= 5; n += 1) await keep(site, await add(n, { site, article: 'a' }), NOW + n);
  for (let n = 10; n < 90; n += 1)
    await keep(site, await add(n, { site, article: 'a', status: 'pending' }), NOW + n, 'undo');
  expect(numbersOf(await newest(site))).toEqual([5, 4, 3, 2, 1]);
});

test('as many as are asked for are found behind what authors took back', async () => {
  const site = 'repris';
  for (let n = 1; n <= 30; n += 1) await keep(site, await add(n, { site, article: 'a' }), NOW + n);
  for (let n = 100; n < 400; n += 1)
    await keep(site, await add(n, { site, article: 'a', status: 'withdrawn' }), NOW + n);
  for (const limit of [1, 20]) {
    const found = await fixture.store.listNewest({ site, article: undefined, limit });
    expect(numbersOf(found)).toEqual(Array.from({ length: limit }, (_, n) => 30 - n));
  }
});

test('a flood of what was taken back ends the looking', async () => {
  const site = 'marée';
  await keep(site, await add(1, { site, article: 'a' }), NOW + 1);
  for (let n = 100; n < 900; n += 1)
    await keep(site, await add(n, { site, article: 'a', status: 'withdrawn' }), NOW + n);
  fixture.consumed();
  expect(await newest(site)).toEqual([]);
  expect(fixture.consumed().reads).toBeLessThanOrEqual(675);
});

test('an entry whose comment was removed leads nowhere', async () => {
  await keep('vide', aStored({ site: 'vide', article: 'a', id: anId(1) }), NOW);
  expect(await newest('vide')).toEqual([]);
});

test('a feed of 50 costs 31 read units with ten articles of a site, and 6 of one article', async () => {
  for (let n = 0; n < 70; n += 1) {
    const article = `a-${n % 10}`;
    await keep('cher', await add(n, { site: 'cher', article }), NOW + n);
    await add(n, { site: 'cher', article: 'un' });
  }
  const costs: number[] = [];
  for (const article of [undefined, 'un']) {
    fixture.consumed();
    const comments = await newest('cher', article);
    await fixture.store.readArticles('cher', [...new Set(comments.map((one) => one.article))]);
    costs.push(fixture.consumed().reads);
  }
  expect(costs[0]).toBeLessThanOrEqual(31);
  expect(costs[1]).toBeLessThanOrEqual(6);
});
