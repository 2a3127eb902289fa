import type { Article } from '../comment/article.ts';
import type {
  ListQueue,
  Page,
  QueuedComment,
  QueueQuestion,
  ReadArticles,
} from '../storage/comment-store.ts';

type Deps = { readonly store: ListQueue & ReadArticles };

/** One page of a queue, and the articles its comments are about. */
export const listQueue = async (
  { store }: Deps,
  question: QueueQuestion,
): Promise<{ readonly page: Page<QueuedComment>; readonly articles: ReadonlyMap<string, Article> }> => {
  const page = await store.listQueue(question);
  const articles = await store.readArticles(question.site, [
    ...new Set(page.items.map(({ article }) => article)),
  ]);

  return { page, articles: new Map(articles.map((article) => [article.id, article])) };
};
