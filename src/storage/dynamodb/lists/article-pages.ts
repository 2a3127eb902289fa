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
type Read = { readonly items: readonly Item[]; readonly next?: string };
/** Items in the list's order, and whether others come before them. */
type Found = Read & { readonly hasBefore: boolean };

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
    typeof item === 'object' ? rootOf(item.vs?.S ?? '') : '',
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

/** A thread that fills a page alone goes on to the next one; everything else stands whole on its page. */
const cutAt = ({ order, from }: PageQuestion, { items, next }: Read) => {
  const [first, last] = [items[0], items.at(-1)].map((item) => rootOf(item?.vs?.S ?? ''));
  const goesOn = next !== undefined && first === last;
  const before = from === undefined ? '' : rootOf(placeOf(from));
  return (root: CommentId): boolean => (order === 'oldest' ? root === before : goesOn);
};

const placeInView = ({ id, root }: ShownComment): string => (id === root ? id : `${root}${id}`);

/** The first place of a thread in an order; `~` comes after every letter of an id. */
const threadStart = ({ root }: ShownComment, order: PageQuestion['order']): string =>
  order === 'oldest' ? root : `${root}~`;

const holds = ({ items }: PageBetween<ShownComment>, { id }: ShownComment): boolean =>
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
