import type { Article } from '../comment/article.ts';
import type {
  ListQueue,
  Page,
  QueuedComment,
  QueueQuestion,
  ReadArticles,
} from '../storage/comment-store.ts';

type Deps = { readonly store: ListQueue & ReadArticles; readonly now: () => number };

/** One page of a queue, without what is past its day, and the articles its comments are about. */
export const listQueue = async (
  { store, now }: Deps,
  question: QueueQuestion,
): Promise<{ readonly page: Page<QueuedComment>; readonly articles: ReadonlyMap<string, Article> }> => {
  const { items, ...rest } = await store.listQueue(question);
  const time = now();
  const page = {
    ...rest,
    items: items.filter(({ expiresAt = Number.POSITIVE_INFINITY }) => expiresAt > time),
  };
  const articles = await store.readArticles(question.site, [
    ...new Set(page.items.map(({ article }) => article)),
  ]);

  return { page, articles: new Map(articles.map((article) => [article.id, article])) };
};
