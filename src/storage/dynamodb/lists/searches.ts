import type { Comment } from '../../../comment/comment.ts';
import type { SearchedPage } from '../../comment-store.ts';
import type { ListOfArticle, SearchAuthor, SearchQuestion, SearchRecent } from '../../moderation-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { itemToComment, STATUS } from '../codecs/comment-item.ts';
import { AUTHOR_INDEX, articlePartition, COMMENT_PREFIX } from '../keys.ts';
import type { Clock } from '../learning/memories.ts';
import type { Table } from '../table.ts';
import { searchDays } from './days.ts';
import { isStoredStill, itemsBehind } from './items-behind.ts';
import { EXAMINED_MAX, readPage } from './pages.ts';
import { searchEntries } from './search-entries.ts';

/** Comments in every state, of an article, an author or a site's last 30 days. What expired is left out while it is still stored. */
export const createSearches = (
  table: Table,
  { now }: Clock,
): ListOfArticle & SearchAuthor & SearchRecent => ({
  listOfArticle: async ({ site, article, author, order, limit, from, ...asked }) => {
    const filters = [
      ...(asked.status === undefined ? [] : [`#status = :status`]),
      ...(author === undefined ? [] : ['a = :author']),
    ];
    const query = {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :comments)',
      ExpressionAttributeValues: toItem({
        ':pk': articlePartition(site, article),
        ':comments': COMMENT_PREFIX,
        ':status': asked.status,
        ':author': author,
      }),
      ...(filters.length > 0 && { FilterExpression: filters.join(' AND ') }),
      ...(asked.status && { ExpressionAttributeNames: { '#status': STATUS } }),
      ScanIndexForward: order === 'oldest',
    };
    const { items, next, examined } = await readPage(table, query, {
      limit,
      from,
      keep: keeping(table, asked, now()),
      isSparse: asked.matches !== undefined,
    });
    const page = { items: table.readable(items, itemToComment), examined };
    return { ...page, isPartial: next !== undefined && items.length < limit, ...(next ? { next } : {}) };
  },

  searchAuthor: async (question) => searchAuthor(table, question, now()),
  searchRecent: async (question) =>
    searchDays(table, question, { now: now(), keep: keeping(table, question, now()) }),
});

/** An author's comments, whose keys the index has in the order of their ids. */
const searchAuthor: (
  table: Table,
  question: Parameters<SearchAuthor['searchAuthor']>[0],
  now: number,
) => Promise<SearchedPage<Comment>> = async (table, { site, author, order, limit, from, ...asked }, now) => {
  const query = {
    IndexName: AUTHOR_INDEX,
    KeyConditionExpression: 'a = :a AND begins_with(sk, :comments)',
    ExpressionAttributeValues: toItem({ ':a': author, ':comments': COMMENT_PREFIX }),
    ScanIndexForward: order === 'oldest',
  };
  const keep = keeping(table, asked, now);
  const find = async (entries: readonly Item[]) =>
    (await itemsBehind(table, entries, site))
      .filter(({ item }) => keep(item))
      .flatMap(({ entry, item }) => table.readable([item], itemToComment).map((value) => ({ entry, value })));
  return searchEntries(table, query, { limit, from, examinedMax: EXAMINED_MAX, find });
};

/** Whether an item of the table is one of those looked for. */
const keeping = (
  table: Table,
  { status, matches }: Pick<SearchQuestion, 'status' | 'matches'>,
  now: number,
) => {
  return (item: Item): boolean =>
    isStoredStill(item, now) &&
    (status === undefined || item[STATUS]?.S === status) &&
    (matches === undefined || table.readable([item], itemToComment).some(matches));
};
