import type { Comment } from '../comment.ts';

/** What the order of a thread needs to know of a comment. */
type Threaded = Pick<Comment, 'id' | 'root' | 'parent'>;

/** A comment with the replies that are drawn under it, oldest first. */
export type Branch<T> = {
  readonly comment: T;
  /** 1 for the first comment of a thread. */
  readonly depth: number;
  readonly replies: readonly Branch<T>[];
};
type Growing<T> = Branch<T> & { readonly replies: Growing<T>[]; readonly above: Growing<T> | undefined };

/**
 * The threads of a page, in the order they come; each begins with its first comment, where the page has it. A reply stands under what it
 * answers; where that is as deep as it goes, beside it; and where the page has it not, under the thread's first comment.
 * @param depthMax at least 2
 */
export const threadsOf = <T extends Threaded>(
  comments: readonly T[],
  depthMax: number,
): readonly (readonly Branch<T>[])[] =>
  [...Map.groupBy(comments, ({ root }) => root).values()].map((thread) => branches(thread, depthMax));

const branches = <T extends Threaded>(thread: readonly T[], depthMax: number): readonly Branch<T>[] => {
  const placed = new Map<string, Growing<T>>();
  const tops: Growing<T>[] = [];
  for (const comment of thread.toSorted(inTime)) {
    const answered = placed.get(comment.parent ?? '') ?? placed.get(comment.root);
    const above = answered && answered.depth >= depthMax ? answered.above : answered;
    const isFirst = comment.id === comment.root;
    const branch = { comment, depth: isFirst ? 1 : (above?.depth ?? 1) + 1, replies: [], above };
    (above?.replies ?? tops).push(branch);
    placed.set(comment.id, branch);
  }
  return tops;
};

/** By when they came in, the thread's first comment before all. */
const inTime = (one: Threaded, other: Threaded): number => {
  if (one.id === one.root) return -1;
  return other.id === other.root || one.id > other.id ? 1 : -1;
};

/** The comments of a branch as they are read: each before its replies. */
export const readingOrder = <T>(branch: Branch<T>): readonly Branch<T>[] => [
  branch,
  ...branch.replies.flatMap(readingOrder),
];
