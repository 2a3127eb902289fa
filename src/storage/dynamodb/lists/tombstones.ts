import type { CommentId } from '../../../comment/comment.ts';
import { timeOf } from '../../../comment/comment-id.ts';
import { present } from '../../../comment/present.ts';
import type { ShownComment } from '../../comment-store.ts';
import type { Item } from '../attributes.ts';
import { STATUS } from '../codecs/comment-item.ts';
import { SHOWN } from '../codecs/shown-map.ts';
import { commentKey } from '../keys.ts';
import { idOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/**
 * A page's threads with a tombstone in the place of each comment that is answered there and no longer published: only what is published can
 * be answered. Nothing is stored for it, so a tombstone costs nothing and goes when the comment comes back. It stands under its thread's first.
 * @param isCut whether a part of a thread stands on another page, so that what is missing here may be there
 */
export const withTombstones = (
  comments: readonly ShownComment[],
  isCut: (root: CommentId) => boolean,
): readonly ShownComment[] =>
  [...Map.groupBy(comments, ({ root }) => root)].flatMap(([root, thread]) =>
    isCut(root) ? thread : filled(root, thread),
  );

const filled = (root: CommentId, thread: readonly ShownComment[]): readonly ShownComment[] => {
  const there = new Set(thread.map(({ id }) => id));
  const answered = thread.flatMap(({ parent }) => parent ?? []);
  const missing = new Set([root, ...answered].filter((id) => !there.has(id)));
  if (missing.size === 0) return thread;
  const tombstones = [...missing].map((id) => tombstone(id, root));
  return [...tombstones, ...thread].sort((one, other) => (one.id < other.id ? -1 : 1));
};

const tombstone = (id: CommentId, root: CommentId): ShownComment => ({
  ...{ id, root, author: '', text: '', version: 0 },
  createdAt: timeOf(id),
  isRemoved: true,
  ...(id === root ? {} : { parent: root }),
});

/** Tombstones of a page whose comment is looked up: half a read unit each. */
const LOOKED_UP_MAX = 20;

/** The same, where each tombstone says whether its author took the comment back, and stands under what that answered. */
export const asTheyWere = async (
  table: Table,
  { site, article }: { readonly site: string; readonly article: string },
  comments: readonly ShownComment[],
): Promise<readonly ShownComment[]> => {
  const gone = comments.filter(({ isRemoved }) => isRemoved).slice(0, LOOKED_UP_MAX);
  if (gone.length === 0) return comments;
  const items = await table.getAll(gone.map(({ id }) => commentKey(site, article, id)));
  const left = new Map(items.map((item) => [idOf(item.sk?.S ?? ''), leftOf(item)]));
  return comments.map((comment) => (comment.isRemoved ? { ...comment, ...left.get(comment.id) } : comment));
};

const leftOf = (item: Item): Partial<ShownComment> =>
  present({
    parent: item[SHOWN]?.M?.parent?.S as CommentId | undefined,
    isWithdrawn: item[STATUS]?.S === 'withdrawn' ? (true as const) : undefined,
  });
