import type { Comment } from '../comment/comment.ts';
import type {
  FindComments,
  ListQueue,
  QueuedComment,
  QueueQuestion,
  ReadSurroundings,
  SearchedPage,
  Surroundings,
} from '../storage/comment-store.ts';

type Deps = { readonly store: ListQueue & FindComments & ReadSurroundings };
type Question = QueueQuestion & {
  /** Every check's finding, which costs half a read unit for each comment. */
  readonly isWhole?: boolean;
};
/** Comments as rows show them, with what stands around them. */
export type Rows<C> = { readonly page: SearchedPage<C>; readonly around: Surroundings };

/** One page of a queue. */
export const listQueue = async (
  { store }: Deps,
  { isWhole = false, ...question }: Question,
): Promise<Rows<QueuedComment>> => {
  const page = await store.listQueue(question);
  const [around, whole] = await Promise.all([
    store.readSurroundings(page.items),
    isWhole ? store.findAll(page.items) : [],
  ]);
  return { page: { ...page, items: withVerdicts(page.items, whole) }, around };
};

const withVerdicts = (
  comments: readonly QueuedComment[],
  whole: readonly Comment[],
): readonly QueuedComment[] => {
  const byId = new Map(whole.map((comment) => [comment.id, comment.verdict]));
  return comments.map((comment) => ({ ...comment, verdict: byId.get(comment.id) ?? comment.verdict }));
};
