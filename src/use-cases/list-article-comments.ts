import type { Comment } from '../comment/comment.ts';
import type {
  ListOfArticle,
  ReadSurroundings,
  SearchAuthor,
  SearchQuestion,
  SearchRecent,
} from '../storage/moderation-store.ts';
import type { Rows } from './list-queue.ts';

type Deps = { readonly store: ListOfArticle & SearchAuthor & SearchRecent & ReadSurroundings };
type Question = SearchQuestion & { readonly article?: string; readonly author?: string };

/** One page of comments in every state: of an article, else of an author, else of the site's last 30 days. */
export const listArticleComments = async ({ store }: Deps, question: Question): Promise<Rows<Comment>> => {
  const page = await search({ store }, question);
  const around = await store.readSurroundings(page.items);

  return { page, around };
};

const search = ({ store }: Deps, { article, author, ...question }: Question) => {
  if (article !== undefined)
    return store.listOfArticle({ ...question, article, ...(author === undefined ? {} : { author }) });
  return author === undefined ? store.searchRecent(question) : store.searchAuthor({ ...question, author });
};
