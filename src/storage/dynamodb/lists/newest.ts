import type { ListNewest } from '../../feed-store.ts';
import { type Item, textOf, toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { articlePartition, COMMENT_PREFIX, commentKey, latestPartition } from '../keys.ts';
import { eventOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { readPage } from './pages.ts';

/** Comments of an article, and entries of what was decided on a site, that one round looks at: 60 and 25 read units or so. */
const COMMENTS_EXAMINED_MAX = 300;
const ENTRIES_EXAMINED_MAX = 1_000;
/** Rounds for a site's feed, when most of what was published last is not published any more. */
const ROUNDS_MAX = 3;

/** For feeds. A comment's item tells by itself whether its article's page shows it. */
export const createNewest = (table: Table): ListNewest => ({
  listNewest: async ({ site, article, limit }) => {
    const items =
      article === undefined
        ? await newestOfSite(table, site, limit)
        : await newestOfArticle(table, articlePartition(site, article), limit);
    return table.readable(items, itemToComment).toSorted((one, other) => (one.id < other.id ? 1 : -1));
  },
});

const isShown = ({ pk, v }: Item): boolean => v?.S !== undefined && v.S === pk?.S;

/** From the table: index `view` has the newest thread first, and a new reply in an old thread far behind. */
const newestOfArticle = async (table: Table, pk: string, limit: number): Promise<readonly Item[]> => {
  const query = {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :comments)',
    ExpressionAttributeValues: toItem({ ':pk': pk, ':comments': COMMENT_PREFIX }),
    ScanIndexForward: false,
  };
  const page = { limit, keep: isShown, examinedMax: COMMENTS_EXAMINED_MAX };
  return (await readPage(table, query, page)).items;
};

/** By what was published or decided last. Ordinarily one batch of comments is read; another when half of them or more are not shown. */
const newestOfSite = async (table: Table, site: string, limit: number): Promise<readonly Item[]> => {
  const query = {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': latestPartition(site) }),
    ScanIndexForward: false,
  };
  const keep = mayBeShown();
  const shown: Item[] = [];
  let from: string | undefined;
  for (let round = 0; round < ROUNDS_MAX && shown.length <= limit / 2; round += 1) {
    const asked = { limit: limit - shown.length, keep, examinedMax: ENTRIES_EXAMINED_MAX };
    const { items, next } = await readPage(table, query, { ...asked, from });
    shown.push(...(await table.getAll(items.map((entry) => keyOf(site, entry)))).filter(isShown));
    from = next;
    if (from === undefined) break;
  }
  return shown;
};

const keyOf = (site: string, entry: Item) =>
  commentKey(site, textOf(entry, 'article'), eventOf(textOf(entry, 'sk')).comment);

/** Decisions after which no comment is published. */
const TAKE_OFF = ['reject', 'spam', 'restore'];

/** Whether an entry, of entries newest first, is the newest of its comment and leaves it published for all that it says. */
const mayBeShown = (): ((entry: Item) => boolean) => {
  const newest = new Map<string, string>();
  return (entry) => {
    const sk = textOf(entry, 'sk');
    const { comment } = eventOf(sk);
    const first = newest.get(comment) ?? sk;
    newest.set(comment, first);
    return first === sk && !TAKE_OFF.includes(textOf(entry, 'action'));
  };
};
