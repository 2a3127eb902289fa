import type { CountShown, ListShown, ShownComment } from '../../comment-store.ts';
import { countOf, type Item, toItem } from '../attributes.ts';
import { itemToShown } from '../codecs/comment-item.ts';
import { articleKey, articleOf, articlePartition, rootOf, VIEW } from '../keys.ts';
import type { Table } from '../table.ts';
import { positionOf, readPage } from './pages.ts';

/** What readers see. A page of 50 costs 2.5 read units or so, whatever else the article holds. */
export const createShown = (table: Table): ListShown & CountShown => ({
  listShown: async ({ site, article, order, limit, from }) => {
    const { items, next } = await readPage(
      table,
      {
        IndexName: VIEW,
        KeyConditionExpression: 'v = :v',
        ExpressionAttributeValues: toItem({ ':v': articlePartition(site, article) }),
        ScanIndexForward: order === 'oldest',
      },
      { limit: limit + 1, from },
    );
    const page = next === undefined && items.length <= limit ? items : wholeThreads(items, limit);
    const last = page.at(-1);
    const more = page.length < items.length || next !== undefined;
    const comments = table.readable(page, itemToShown);
    return {
      items: order === 'oldest' ? comments : rootsFirst(comments),
      ...(more && last ? { next: positionOf(last) } : {}),
    };
  },

  countShown: async (site, articles) => {
    const items = await table.getAll(articles.map((article) => articleKey(site, article)));
    const counts = new Map(
      items.map((item) => [articleOf(item.pk?.S ?? '').article, countOf(item, 'approved')]),
    );
    return new Map(articles.map((article) => [article, Math.max(0, counts.get(article) ?? 0)]));
  },
});

/**
 * A thread that the page would cut goes to the next one whole, unless it fills the page alone. Of a page that its bytes ended, nobody knows
 * whether its last thread goes on.
 */
const wholeThreads = (items: readonly Item[], limit: number): readonly Item[] => {
  const thread = (item: Item | undefined) => rootOf(item?.vs?.S ?? '');
  const cut = thread(items[limit] ?? items.at(-1));
  const page = items.slice(0, limit);
  const whole = page.filter((item) => thread(item) !== cut);
  return whole.length > 0 ? whole : page;
};

/** Newest threads first, each in the order it was written. */
const rootsFirst = (comments: readonly ShownComment[]): readonly ShownComment[] =>
  Object.values(Object.groupBy(comments, ({ root }) => root)).flatMap((thread = []) => thread.toReversed());
