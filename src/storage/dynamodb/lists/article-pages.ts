import type { CommentId } from '../../../comment/comment.ts';
import type { Order, PageBetween, PageQuestion, ShownComment } from '../../comment-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { itemToShown } from '../codecs/comment-item.ts';
import { articlePartition, VIEW } from '../keys.ts';
import { rootOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { placeOf, positionOf, readPage } from './pages.ts';
import { withReasons, withTombstones } from './tombstones.ts';

/** Before a position that a page ends at. */
const BACK = '<';

type Listed = Promise<PageBetween<ShownComment>>;

/** Whole threads of an article: the first of them, those behind a position or before it, or those around a comment. */
export const readArticlePage = (table: Table, question: PageQuestion): Listed => {
  const { around, from } = question;
  if (around) return findPage(table, question, around);
  return from?.startsWith(BACK)
    ? readBack(table, question, from.slice(BACK.length))
    : readOn(table, question);
};

type Reading = {
  readonly forward: Order;
  readonly limit: number;
  readonly from?: string | undefined;
  /** A place in the view to begin at, or behind. */
  readonly at?: { readonly place: string; readonly inclusive: boolean };
};
type Query = Parameters<typeof readPage>[1];
type Read = {
  readonly items: readonly Item[];
  readonly next?: string;
  /** The thread that goes on behind the last item. */
  readonly cut?: CommentId;
};
/** Items in the list's order, and whether others come before them. */
type Found = Read & { readonly hasBefore: boolean };

/**
 * Threads from a place on. One that the page would cut goes to the next page whole; but one too long for any page begins here where the
 * page would else be less than half full. That takes half a page more to know.
 */
const read = async (
  table: Table,
  { site, article }: Pick<PageQuestion, 'site' | 'article'>,
  { forward, limit, from, at }: Reading,
): Promise<Read> => {
  const isOldest = forward === 'oldest';
  const beginning = at && ` AND vs ${isOldest ? '>' : '<'}${at.inclusive ? '=' : ''} :at`;
  const query = {
    IndexName: VIEW,
    KeyConditionExpression: `v = :v${beginning ?? ''}`,
    ExpressionAttributeValues: toItem({ ':v': articlePartition(site, article), ':at': at?.place }),
    ScanIndexForward: isOldest,
  };
  const { items, next } = await readPage(table, query, { limit: limit + 1, from });
  if (next === undefined && items.length <= limit) return { items };

  const whole = wholeThreads(items, limit);
  const isCut = await isBestCut(table, query, { items, limit, whole: whole.length });
  const page = isCut ? items.slice(0, limit) : whole;
  const last = page.at(-1);
  return { items: page, ...(last && { next: positionOf(last), ...(isCut && { cut: threadOf(last) }) }) };
};

type Cut = { readonly items: readonly Item[]; readonly limit: number; readonly whole: number };

/** Whether a page is better cut inside its last thread than ended before it, after its first `whole` items. */
const isBestCut = async (table: Table, query: Query, { items, limit, whole }: Cut): Promise<boolean> => {
  if (whole === 0) return true;
  if (whole >= limit / 2) return false;
  const missing = limit + 1 - (items.length - whole);
  return goesOnFor(table, query, items, missing);
};

/** Whether the thread of the last item has at least so many more. */
const goesOnFor = async (
  table: Table,
  query: Query,
  items: readonly Item[],
  least: number,
): Promise<boolean> => {
  const last = items.at(-1) as Item;
  const { items: following } = await readPage(table, query, { limit: least, from: positionOf(last) });
  return following.length === least && threadOf(following.at(-1)) === threadOf(last);
};

/** The first page, or the one that a position begins. */
const readOn = async (table: Table, question: PageQuestion): Listed => {
  const { order, limit, from } = question;
  const page = await read(table, question, { forward: order, limit, from });
  return pageOf(table, question, { ...page, hasBefore: from !== undefined }, cutAt(question, page));
};

/** The page before a position; the first one where nothing is left of it. */
const readBack = async (table: Table, question: PageQuestion, from: string): Listed => {
  const { order, limit } = question;
  const { items, next: before } = await read(table, question, { forward: opposite(order), limit, from });
  const last = items[0];
  if (!last) {
    const { from: _, ...first } = question;
    return readOn(table, first);
  }
  const page = { items: items.toReversed(), next: positionOf(last), hasBefore: before !== undefined };
  return pageOf(table, question, page, cutAtEdges(page));
};

/** The page that holds a comment: one around its thread's beginning or, if the comment is far down in it, around the comment. */
const findPage = async (table: Table, question: PageQuestion, around: ShownComment): Listed => {
  const ofThread = await readAround(table, question, threadStart(around, question.order));
  if (holds(ofThread, around)) return ofThread;
  // Far down in a long thread, or so new that the index does not have it yet.
  const ofComment = await readAround(table, question, placeInView(around));
  return holds(ofComment, around) ? ofComment : { ...ofComment, items: [...ofComment.items, around] };
};

/** Half a page that ends before a place and half a page that begins there, which together cost no more than one whole. */
const readAround = async (table: Table, question: PageQuestion, place: string): Listed => {
  const { order, limit } = question;
  const half = Math.floor(limit / 2);
  const [before, after] = await Promise.all([
    // Of a page of one, only whether something comes before it.
    read(table, question, {
      forward: opposite(order),
      limit: Math.max(1, half),
      at: { place, inclusive: false },
    }),
    read(table, question, { forward: order, limit: limit - half, at: { place, inclusive: true } }),
  ]);
  const shown = before.items.slice(0, half);
  const hasBefore = before.next !== undefined || shown.length < before.items.length;
  const page = { ...after, items: [...shown.toReversed(), ...after.items], hasBefore };
  return pageOf(table, question, page, cutAtEdges(page));
};

const opposite = (order: Order): Order => (order === 'oldest' ? 'newest' : 'oldest');

/** Whatever stands at an edge of a page may go on behind it. */
const cutAtEdges = ({ items, next, hasBefore }: Found) => {
  const edges = [hasBefore && items[0], next !== undefined && items.at(-1)].map((item) =>
    typeof item === 'object' ? threadOf(item) : '',
  );
  return (root: CommentId): boolean => edges.includes(root);
};

const pageOf = async (
  table: Table,
  { site, article, order }: PageQuestion,
  { items, next, hasBefore }: Found,
  isCut: (root: CommentId) => boolean,
): Listed => {
  const found = table.readable(items, itemToShown);
  const first = items[0];
  const whole = withTombstones(order === 'oldest' ? found : rootsFirst(found), isCut);
  return {
    items: await withReasons(table, { site, article }, whole),
    ...(next === undefined ? {} : { next }),
    ...(hasBefore && first ? { previous: `${BACK}${positionOf(first)}` } : {}),
  };
};

/** The thread whose beginning is not on the page. */
const cutAt = ({ order, from }: PageQuestion, { cut }: Read) => {
  const before = from === undefined ? undefined : rootOf(placeOf(from));
  return (root: CommentId): boolean => root === (order === 'oldest' ? before : cut);
};

const placeInView = ({ id, root }: ShownComment): string => (id === root ? id : `${root}${id}`);

/** The first place of a thread in an order; `~` comes after every letter of an id. */
const threadStart = ({ root }: ShownComment, order: PageQuestion['order']): string =>
  order === 'oldest' ? root : `${root}~`;

const holds = ({ items }: PageBetween<ShownComment>, { id }: ShownComment): boolean =>
  items.some((comment) => comment.id === id);

/** The threads that end on a page. Of one that its bytes ended, nobody knows whether its last thread goes on. */
const wholeThreads = (items: readonly Item[], limit: number): readonly Item[] => {
  const cut = threadOf(items[limit] ?? items.at(-1));
  return items.slice(0, limit).filter((item) => threadOf(item) !== cut);
};

const threadOf = (item: Item | undefined): CommentId => rootOf(item?.vs?.S ?? '');

/** Newest threads first, each in the order it was written. */
const rootsFirst = (comments: readonly ShownComment[]): readonly ShownComment[] =>
  Object.values(Object.groupBy(comments, ({ root }) => root)).flatMap((thread = []) => thread.toReversed());
