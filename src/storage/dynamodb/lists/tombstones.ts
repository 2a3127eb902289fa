import type { CommentId } from '../../../comment/comment.ts';
import { timeOf } from '../../../comment/comment-id.ts';
import type { ShownComment } from '../../comment-store.ts';
import { STATUS } from '../codecs/comment-item.ts';
import { commentKey } from '../keys.ts';
import { idOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/**
 * A page's threads with a tombstone in the place of each comment that is answered there and no longer published: only what is published can
 * be answered. Nothing is stored for it, so a tombstone costs nothing and goes when the comment comes back.
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

/** Tombstones of a page whose reason is looked up: half a read unit each. */
const REASONS_MAX = 20;

/** The same, where each tombstone says whether its author took the comment back. */
export const withReasons = async (
  table: Table,
  { site, article }: { readonly site: string; readonly article: string },
  comments: readonly ShownComment[],
): Promise<readonly ShownComment[]> => {
  const gone = comments.filter(({ isRemoved }) => isRemoved).slice(0, REASONS_MAX);
  if (gone.length === 0) return comments;
  const items = await table.getAll(gone.map(({ id }) => commentKey(site, article, id)));
  const withdrawn = new Set(
    items.filter((item) => item[STATUS]?.S === 'withdrawn').map((item) => idOf(item.sk?.S ?? '')),
  );
  return comments.map((comment) =>
    comment.isRemoved && withdrawn.has(comment.id) ? { ...comment, isWithdrawn: true as const } : comment,
  );
};
