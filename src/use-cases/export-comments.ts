import type { Article } from '../comment/article.ts';
import type { Comment } from '../comment/comment.ts';
import type { Appeal } from '../moderation/author/appeal.ts';
import type { Report } from '../moderation/report.ts';
import type { ReadArticles } from '../storage/comment-store.ts';
import type { FindAppeals, ListOwn, TakeReceiptPlace } from '../storage/receipt-store.ts';
import { takePlace } from './receipts/take-place.ts';

/** Comments and reports of one page of an export, and pages of one file. */
const PAGE = 50;
const PAGES_MAX = 20;

type Deps = { readonly store: ListOwn & ReadArticles & FindAppeals & TakeReceiptPlace };
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
  /** Of others' comments, by the author all of whose data are meant. */
  readonly reports: readonly Report[];
  readonly next?: string;
};

/** All that is kept of a comment, or of all of an author's: their reports first, then their comments, newest first. @throws {Refusal} `too-many-requests` */
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
      ? { comments: [own], reports: [] }
      : await store.listOwn({ site, author, order: 'newest', limit: PAGE, from });
  const ids = [...new Set(page.comments.map(({ article }) => article))];
  const [articles, appeals] = await Promise.all([
    store.readArticles(site, ids),
    store.findAppeals(page.comments),
  ]);
  return {
    ...page,
    articles: new Map(articles.map((article) => [article.id, article])),
    appeals: new Map(appeals.map((appeal) => [appeal.id, appeal])),
  };
};

/**
 * An export for somebody who cannot ask for more: as many pages as fit into one file, 1,000 comments and reports at most.
 * @param first its first page @param fits whether a file can hold so much
 */
export const wholeExport = async (
  first: Exported,
  read: (from: { readonly from: string }) => Promise<Exported>,
  fits: (exported: Exported) => boolean,
): Promise<Exported> => {
  let whole = first;
  for (let pages = 1; pages < PAGES_MAX && whole.next !== undefined; pages += 1) {
    const longer = joined(whole, await read({ from: whole.next }));
    if (!fits(longer)) break;
    whole = longer;
  }
  return whole;
};

const joined = ({ next: _, ...before }: Exported, after: Exported): Exported => ({
  ...after,
  comments: [...before.comments, ...after.comments],
  articles: new Map([...before.articles, ...after.articles]),
  appeals: new Map([...before.appeals, ...after.appeals]),
  reports: [...before.reports, ...after.reports],
});
