import { type Article, unknownArticle } from '../comment/article.ts';
import type { CommentId } from '../comment/comment.ts';
import type {
  FindShown,
  ListShown,
  PageBetween,
  PageQuestion,
  ReadArticle,
  ShownComment,
} from '../storage/comment-store.ts';

/** One page of an article and what is known of the article itself. */
export type ArticlePage = {
  readonly article: Article;
  readonly page: PageBetween<ShownComment>;
  /** Whether the comment that the page should hold is not published. The page is the first one then. */
  readonly isGone: boolean;
};

type Question = Omit<PageQuestion, 'around'> & { readonly around?: CommentId };

/** The page of an unknown article is empty, and the article is open. With a position (`from`), `around` is ignored. */
export const listComments = async (
  { store }: { readonly store: ListShown & FindShown & ReadArticle },
  { around: id, ...question }: Question,
): Promise<ArticlePage> => {
  const { site, article, from } = question;
  const isSought = id !== undefined && from === undefined;
  const list = async () => {
    const around = isSought ? await store.findShown({ site, article, id }) : undefined;
    return { around, page: await store.listShown({ ...question, ...(around ? { around } : {}) }) };
  };
  const [known, { around, page }] = await Promise.all([store.readArticle(site, article), list()]);

  return { article: known ?? unknownArticle(site, article), page, isGone: isSought && !around };
};
