import type { CountShown, FindShown, ListShown, ListThread } from '../../comment-store.ts';
import { countOf, toItem } from '../attributes.ts';
import { itemToShown } from '../codecs/comment-item.ts';
import { articleKey, articlePartition, commentKey, VIEW } from '../keys.ts';
import { articleOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { readArticlePage } from './article-pages.ts';
import { readPage } from './pages.ts';

/** Comments of a thread that are looked at together. */
const THREAD_MAX = 1_000;

/** What readers see. A page of 50 costs 2.5 read units or so, whatever else the article holds. */
export const createShown = (table: Table): ListShown & ListThread & FindShown & CountShown => ({
  listShown: (question) => readArticlePage(table, question),

  listThread: async ({ site, article }, root) => {
    const { items } = await readPage(
      table,
      {
        IndexName: VIEW,
        KeyConditionExpression: 'v = :v AND begins_with(vs, :root)',
        ExpressionAttributeValues: toItem({ ':v': articlePartition(site, article), ':root': root }),
      },
      { limit: THREAD_MAX },
    );
    return table.readable(items, itemToShown);
  },

  findShown: async ({ site, article, id }) => {
    const item = await table.get(commentKey(site, article, id), { ConsistentRead: true });
    if (item?.v?.S !== articlePartition(site, article)) return undefined;
    return table.readable([item], itemToShown)[0];
  },

  countShown: async (site, articles) => {
    const items = await table.getAll(articles.map((article) => articleKey(site, article)));
    const counts = new Map(
      items.map((item) => [articleOf(item.pk?.S ?? '').article, countOf(item, 'approved')]),
    );
    return new Map(articles.map((article) => [article, Math.max(0, counts.get(article) ?? 0)]));
  },
});
