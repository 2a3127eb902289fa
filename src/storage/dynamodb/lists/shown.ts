import type { CommentId } from '../../../comment/comment.ts';
import type {
  CountShown,
  FindShown,
  ListShown,
  ListThread,
  Order,
  Page,
  PageQuestion,
  ShownComment,
} from '../../comment-store.ts';
import { countOf, type Item, toItem } from '../attributes.ts';
import { itemToShown } from '../codecs/comment-item.ts';
import { articleKey, articlePartition, commentKey, VIEW } from '../keys.ts';
import { articleOf, rootOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { placeOf as innerPlaceOf, positionOf, readPage } from './pages.ts';
import { withTombstones } from './tombstones.ts';

/** Comments of a thread that are looked at together. */
const THREAD_MAX = 1_000;

/** What readers see. A page of 50 costs 2.5 read units or so, whatever else the article holds. */
export const createShown = (table: Table): ListShown & ListThread & FindShown & CountShown => ({
  listShown: async (question) => {
    const { around, order, limit, from } = question;
    if (!around) {
      const page = await read(table, question, { forward: order, limit, from });
      return pageOf(table, question, page, cutAt(question, page));
    }
    const ofThread = await readAround(table, question, threadStart(around, order));
    if (holds(ofThread, around)) return ofThread;
    // Far down in a long thread, or so new that the index does not have it yet.
    const ofComment = await readAround(table, question, placeOf(around));
    return holds(ofComment, around) ? ofComment : { ...ofComment, items: [...ofComment.items, around] };
  },

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

type Reading = {
  readonly forward: Order;
  readonly limit: number;
  readonly from?: string | undefined;
  /** A place in the view to begin at, or behind. */
  readonly at?: { readonly place: string; readonly inclusive: boolean };
};
type Read = { readonly items: readonly Item[]; readonly next?: string };

/** Whole threads from a place on. */
const read = async (
  table: Table,
  { site, article }: Pick<PageQuestion, 'site' | 'article'>,
  { forward, limit, from, at }: Reading,
): Promise<Read> => {
  const isOldest = forward === 'oldest';
  const beginning = at && ` AND vs ${isOldest ? '>' : '<'}${at.inclusive ? '=' : ''} :at`;
  const { items, next } = await readPage(
    table,
    {
      IndexName: VIEW,
      KeyConditionExpression: `v = :v${beginning ?? ''}`,
      ExpressionAttributeValues: toItem({ ':v': articlePartition(site, article), ':at': at?.place }),
      ScanIndexForward: isOldest,
    },
    { limit: limit + 1, from },
  );
  const page = next === undefined && items.length <= limit ? items : wholeThreads(items, limit);
  const last = page.at(-1);
  const more = page.length < items.length || next !== undefined;
  return { items: page, ...(more && last ? { next: positionOf(last) } : {}) };
};

/** Half a page that ends before a place and half a page that begins there, which together cost no more than one whole. */
const readAround = async (
  table: Table,
  question: PageQuestion,
  place: string,
): Promise<Page<ShownComment>> => {
  const { order, limit } = question;
  const half = Math.floor(limit / 2);
  const back = order === 'oldest' ? 'newest' : 'oldest';
  const [before, after] = await Promise.all([
    half === 0
      ? ({ items: [] } as Read)
      : read(table, question, { forward: back, limit: half, at: { place, inclusive: false } }),
    read(table, question, { forward: order, limit: limit - half, at: { place, inclusive: true } }),
  ]);
  const items = [...before.items.toReversed(), ...after.items];
  // Whatever stands at an edge of the page may go on behind it.
  const edges = [before.next && items[0], after.next && items.at(-1)].map((item) =>
    typeof item === 'object' ? rootOf(item.vs?.S ?? '') : '',
  );
  return pageOf(table, question, { ...after, items }, (root) => edges.includes(root));
};

const pageOf = (
  table: Table,
  { order }: PageQuestion,
  { items, next }: Read,
  isCut: (root: CommentId) => boolean,
): Page<ShownComment> => {
  const found = table.readable(items, itemToShown);
  return {
    items: withTombstones(order === 'oldest' ? found : rootsFirst(found), isCut),
    ...(next === undefined ? {} : { next }),
  };
};

/** A thread that fills a page alone goes on to the next one; everything else stands whole on its page. */
const cutAt = ({ order, from }: PageQuestion, { items, next }: Read) => {
  const [first, last] = [items[0], items.at(-1)].map((item) => rootOf(item?.vs?.S ?? ''));
  const goesOn = next !== undefined && first === last;
  const before = from === undefined ? '' : rootOf(innerPlaceOf(from));
  return (root: CommentId): boolean => (order === 'oldest' ? root === before : goesOn);
};

const placeOf = ({ id, root }: ShownComment): string => (id === root ? id : `${root}${id}`);

/** The first place of a thread in an order; `~` comes after every letter of an id. */
const threadStart = ({ root }: ShownComment, order: PageQuestion['order']): string =>
  order === 'oldest' ? root : `${root}~`;

const holds = ({ items }: Page<ShownComment>, { id }: ShownComment): boolean =>
  items.some((comment) => comment.id === id);

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
