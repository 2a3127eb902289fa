import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import type { Appeal } from '../moderation/author/appeal.ts';
import type { ReadArticles } from '../storage/comment-store.ts';
import type { SearchAuthor } from '../storage/moderation-store.ts';
import type { FindAppeals, TakeReceiptPlace } from '../storage/receipt-store.ts';
import { takePlace } from './receipts/take-place.ts';

/** Comments of one page of an export. */
const PAGE = 50;

type Deps = { readonly store: SearchAuthor & ReadArticles & FindAppeals & TakeReceiptPlace };
type Asked = {
  /** Pseudonym of an author, all of whose comments on the site are meant. */
  readonly author: string | undefined;
  /** Where an earlier page ended. */
  readonly from?: string;
  readonly now: number;
};
export type Exported = {
  readonly comments: readonly Comment[];
  readonly articles: ReadonlyMap<string, Article>;
  /** By the comments' ids. */
  readonly appeals: ReadonlyMap<string, Appeal>;
  readonly next?: string;
};

/** All that is kept of a comment, or of all of an author's, newest first. @throws {Refusal} `too-many-requests` */
export const exportComments = async (
  { store }: Deps,
  own: Comment,
  { author, from, now }: Asked,
): Promise<Exported> => {
  const { site } = own;
  // Pages that go on belong to the request that began.
  if (from === undefined) await takePlace(store, { ref: own, act: 'export', code: 'too-many-requests', now });
  const page =
    author === undefined
      ? { items: [own] }
      : await store.searchAuthor({ site, author, order: 'newest', limit: PAGE, ...(from ? { from } : {}) });
  const ids = [...new Set(page.items.map(({ article }) => article))];
  const [articles, appeals] = await Promise.all([
    store.readArticles(site, ids),
    store.findAppeals(page.items),
  ]);
  return {
    comments: page.items,
    articles: new Map(articles.map((article) => [article.id, article])),
    appeals: new Map(appeals.map((appeal) => [appeal.id, appeal])),
    ...('next' in page && page.next !== undefined ? { next: page.next } : {}),
  };
};
