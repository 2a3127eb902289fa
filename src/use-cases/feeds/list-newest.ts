import { type Article, onItsSite } from '../../comment/article.ts';
import type { Site } from '../../comment/site.ts';
import type { ReadArticles } from '../../storage/comment-store.ts';
import type { ListNewest, PublishedComment } from '../../storage/feed-store.ts';

/** Comments of a feed, as many as WordPress's feeds and Isso's have between them. */
const FEED_COMMENTS = 50;

/** Published comments, the newest first, and what is known of their articles, by their ids. */
export type Newest = {
  readonly comments: readonly PublishedComment[];
  readonly articles: ReadonlyMap<string, Article>;
};

/** Up to `limit` of an article, or of the whole site. An article that nobody commented on yet has none. */
export const listNewest = async (
  { store }: { readonly store: ListNewest & ReadArticles },
  {
    site,
    article,
    limit = FEED_COMMENTS,
  }: {
    readonly site: Pick<Site, 'id' | 'origins'>;
    readonly article: string | undefined;
    readonly limit?: number;
  },
): Promise<Newest> => {
  const listing = store.listNewest({ site: site.id, article, limit });
  const ids = article === undefined ? (await listing).map((comment) => comment.article) : [article];
  const [comments, found] = await Promise.all([listing, store.readArticles(site.id, [...new Set(ids)])]);

  return { comments, articles: new Map(found.map((one) => [one.id, onItsSite(site, one)])) };
};
