import { expect, test } from '@jest/globals';
import type { Comment } from '../../src/comment/comment.ts';
import { eraseComments } from '../../src/use-cases/erase-comments.ts';
import { anId, aSite, aStored, NOW } from '../storage/with-store.ts';

const context = { site: aSite(), now: NOW, batch: anId(900), author: 'author' };
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => aStored({ id: anId(from + n) }));

/** An author's index by pages; what retention no longer keeps is in no page. */
const storeOf = (pages: readonly (readonly Comment[])[]) => {
  const erased: string[] = [];
  const store = {
    find: async () => undefined,
    saveErasure: async ({ comment }: { comment: { id: string } }) => void erased.push(comment.id),
    listOwn: async ({ from = '0' }: { from?: string | undefined }) => {
      const next = Number(from) + 1;
      return {
        ...{ comments: pages[Number(from)] ?? [], reports: [] },
        ...(next < pages.length ? { next: String(next) } : {}),
      };
    },
    eraseReport: async () => {},
  };
  return { store, erased };
};

test('what retention no longer keeps hides nothing of an author’s that is left', async () => {
  const [own, ...others] = numbered(0, 4) as [Comment, ...Comment[]];
  const { store, erased } = storeOf([[], [], others]);
  expect(await eraseComments({ store }, own, context)).toEqual({ erased: 4, isMore: false });
  expect(erased).toHaveLength(4);
});

test('a request erases a hundred and says that there are more', async () => {
  const own = aStored({ id: anId(0) });
  const { store } = storeOf([numbered(1, 60), numbered(100, 60), numbered(200, 60)]);
  expect(await eraseComments({ store }, own, context)).toEqual({ erased: 121, isMore: true });
});
