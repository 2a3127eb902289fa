import { beforeAll, expect, test } from '@jest/globals';
import type { Comment, CommentId } from '../../src/comment/comment.ts';
import { anId, aStored, NOW, withStore } from '../storage/with-store.ts';

const fixture = withStore();
const AUTHOR = `1:${'r'.repeat(22)}`;
const HITS = [0, 240, 250, 299];
const comments = Array.from({ length: 300 }, (_, n) =>
  aStored({
    ...{ id: anId(n, NOW + n) as CommentId, authorKey: AUTHOR, status: 'approved' },
    text: HITS.includes(n) ? 'Voici le mot.' : 'Rien.',
  }),
);
const ids = HITS.map((n) => comments[n]?.id);
const matches = ({ text }: Comment) => text.includes('mot');

beforeAll(async () => {
  for (const comment of comments) await fixture.store.add(comment);
});

test('what is rare among an author’s comments is found in at most a dozen requests, once each over all pages', async () => {
  fixture.consumed();
  const question = { site: 'demo', author: AUTHOR, order: 'oldest', matches } as const;
  const first = await fixture.store.searchAuthor({ ...question, limit: 2 });
  expect(fixture.consumed().commands.length).toBeLessThanOrEqual(12);
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const second = await fixture.store.searchAuthor({ ...question, limit: 2, from: String(first.next) });
  expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(second.next).toBeUndefined();
});

test('what is rare among the latest decisions is found in at most a dozen requests, once each over all pages', async () => {
  for (const { site, article, id: comment, createdAt: at } of comments.slice(150))
    await fixture.store.keepLatest({ site, article, comment, at, version: 1, action: 'publish' });
  fixture.consumed();
  const question = { site: 'demo', matches, limit: 2 } as const;
  const first = await fixture.store.listLatest(question);
  expect(fixture.consumed().commands.length).toBeLessThanOrEqual(12);
  expect(first.items.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
  const second = await fixture.store.listLatest({ ...question, from: String(first.next) });
  expect(second.items.map(({ id }) => id)).toEqual([ids[1]]);
  expect(second.next).toBeUndefined();
});
