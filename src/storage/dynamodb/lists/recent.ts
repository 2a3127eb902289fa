import { firstIdAt } from '../../../comment/comment-id.ts';
import { DAY_MS, dayOf } from '../../../comment/time.ts';
import type { ListRecent } from '../../comment-store.ts';
import type { ListTouched } from '../../maintenance-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { articlePartition, COMMENT_PREFIX, dayPartition } from '../keys.ts';
import { articleOfDay } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { readPage } from './pages.ts';

/** Days that are looked back. */
export const DAYS_MAX = 30;
/** Articles of a day that one page names, and the newest comments that are first read of each. */
const ARTICLES_MAX = 100;
const PAGE = 10;

/** Which articles changed on a day. */
export const createTouched = (table: Table): ListTouched => ({
  listTouched: async (site, day, from) => {
    const query = {
      KeyConditionExpression: 'pk = :day',
      ExpressionAttributeValues: toItem({ ':day': dayPartition(site, day) }),
    };
    const { items, next } = await readPage(table, query, { limit: ARTICLES_MAX, from });
    return { items: items.map(({ sk }) => articleOfDay(sk?.S ?? '')), ...(next ? { next } : {}) };
  },
});

/**
 * A site's newest comments, found by its days of activity. Costs half a read unit for each day and article looked at, and 0.15
 * or so for each comment: 30 to 40 for 200 comments of a few articles. Of a day with over 100 articles 100 are read.
 */
export const createRecent = (table: Table): ListRecent => ({
  listRecent: async ({ site, now, limit }) => {
    const { listTouched } = createTouched(table);
    const found: Item[] = [];
    let isPartial = false;
    for (let back = 0; back < DAYS_MAX && found.length < limit; back += 1) {
      const day = dayOf(now - back * DAY_MS);
      const { items: articles, next } = await listTouched(site, day);
      isPartial ||= next !== undefined;
      const queries = articles.map((article) => createdOn(site, article, Date.parse(day)));
      found.push(...(await newestOf(table, queries, limit - found.length)));
    }
    return { comments: table.readable(found, itemToComment), isPartial };
  },
});

/** An article's comments of one day, newest first. */
export const createdOn = (site: string, article: string, dayStart: number) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
  ExpressionAttributeValues: toItem({
    ':pk': articlePartition(site, article),
    ':from': `${COMMENT_PREFIX}${firstIdAt(dayStart)}`,
    ':until': `${COMMENT_PREFIX}${firstIdAt(dayStart + DAY_MS)}`,
  }),
  ScanIndexForward: false,
});

type Query = ReturnType<typeof createdOn>;
type List = { readonly query: Query; readonly items: readonly Item[]; readonly next: string | undefined };

/** The newest items of several sorted lists, of which only pages are read that may hold one of them. */
const newestOf = async (table: Table, queries: readonly Query[], limit: number): Promise<readonly Item[]> => {
  let lists: readonly List[] = await Promise.all(
    queries.map((query) => readOn(table, { query, items: [], next: undefined })),
  );
  for (;;) {
    const found = lists
      .flatMap(({ items }) => items)
      .toSorted((one, other) => (idIn(one) < idIn(other) ? 1 : -1));
    const least = found.length < limit ? '' : idIn(found[limit - 1]);
    const mayHoldMore = ({ items, next }: List) => next !== undefined && idIn(items.at(-1)) > least;
    if (!lists.some(mayHoldMore)) return found.slice(0, limit);
    lists = await Promise.all(lists.map((list) => (mayHoldMore(list) ? readOn(table, list) : list)));
  }
};

const readOn = async (table: Table, { query, items, next: from }: List): Promise<List> => {
  const page = await readPage(table, query, { limit: PAGE, from });
  return { query, items: [...items, ...page.items], next: page.next };
};

const idIn = (item: Item | undefined): string => item?.sk?.S ?? '';
