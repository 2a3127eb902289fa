import type { Comment, CommentId } from '../../../src/comment/comment.ts';
import type { Order } from '../../../src/storage/comment-store.ts';
import type { Store } from '../../../src/storage/dynamodb/store.ts';
import { anId, aStored, NOW } from '../with-store.ts';

/** A published comment; with a root, a reply to it. @param n which one: a later number is later */
export const approved = (article: string, n: number, root?: CommentId): Comment =>
  aStored({ article, id: anId(n, NOW + n), status: 'approved', ...(root ? { root, parent: root } : {}) });

/** Threads of an article, one after the other. @param sizes how many replies each has */
export const addThreads = async (
  { store }: { readonly store: Pick<Store, 'add'> },
  article: string,
  sizes: readonly number[],
): Promise<readonly Comment[]> => {
  const comments = sizes.flatMap((replies, thread) => {
    const root = approved(article, thread * 100 + 1);
    const reply = (_: unknown, n: number) => approved(article, thread * 100 + 2 + n, root.id);
    return [root, ...Array.from({ length: replies }, reply)];
  });
  for (const comment of comments) await store.add(comment);
  return comments;
};

/** The ids of comments as a list has them: threads in its order, each from its beginning. */
export const inListOrder = (comments: readonly Comment[], order: Order): readonly CommentId[] => {
  const threads = [...Map.groupBy(comments, ({ root }) => root).entries()].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const inOrder = order === 'oldest' ? threads : threads.toReversed();
  return inOrder.flatMap(([, thread]) => thread.map(({ id }) => id).toSorted());
};
