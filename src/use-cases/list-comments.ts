import { type Article, unknownArticle } from '../comment/article.ts';
import type { ListShown, Page, PageQuestion, ReadArticle, ShownComment } from '../storage/comment-store.ts';

/** One page of an article and what is known of the article itself. */
export type ArticlePage = { readonly article: Article; readonly page: Page<ShownComment> };

/** An article that nobody commented on yet is open, and its page empty. */
export const listComments = async (
  { store }: { readonly store: ListShown & ReadArticle },
  question: PageQuestion,
): Promise<ArticlePage> => {
  const { site, article } = question;
  const [known, page] = await Promise.all([store.readArticle(site, article), store.listShown(question)]);

  return { article: known ?? unknownArticle(site, article), page };
};
