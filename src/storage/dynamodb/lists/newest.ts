import type { ListNewest } from '../../feed-store.ts';
import { type Item, textOf, toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { articlePartition, COMMENT_PREFIX, commentKey, latestPartition } from '../keys.ts';
import { eventOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { readPage } from './pages.ts';

/** Comments of an article that are looked at: 60 read units or so. */
const COMMENTS_EXAMINED_MAX = 300;
/**
 * What is looked at of a site where most of what was published last is not published any more: entries of what was decided, 75 read units or
 * so, and comments that they name, 300 to 600. Each of those was published, and taken back by its author since.
 */
const ENTRIES_EXAMINED_MAX = 3_000;
const COMMENTS_READ_MAX = 600;
/** Comments that are read at once where those before were not enough. */
const BATCH = 50;

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

/** By what was published or decided last. Ordinarily one batch of comments is read; others for as long as some of them are not shown. */
const newestOfSite = async (table: Table, site: string, limit: number): Promise<readonly Item[]> => {
  const query = {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': latestPartition(site) }),
    ScanIndexForward: false,
  };
  const keep = mayBeShown();
  const shown: Item[] = [];
  let from: string | undefined;
  let [examined, read] = [0, 0];
  do {
    const asked = { limit: read === 0 ? limit : BATCH, keep, examinedMax: ENTRIES_EXAMINED_MAX - examined };
    const page = await readPage(table, query, { ...asked, from });
    shown.push(...(await commentsOf(table, site, page.items)).filter(isShown));
    [examined, read] = [examined + page.examined, read + page.items.length];
    from = page.next;
  } while (
    from !== undefined &&
    shown.length < limit &&
    examined < ENTRIES_EXAMINED_MAX &&
    read < COMMENTS_READ_MAX
  );
  return shown.slice(0, limit);
};

/** In the order of the entries that name them. */
const commentsOf = async (table: Table, site: string, entries: readonly Item[]): Promise<readonly Item[]> => {
  const keys = entries.map((entry) => keyOf(site, entry));
  const found = new Map((await table.getAll(keys)).map((item) => [item.sk?.S, item]));
  return keys.map(({ sk }) => found.get(sk)).filter((item) => item !== undefined);
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
