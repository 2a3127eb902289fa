import type { CommentId } from '../../../comment/comment.ts';
import type { PageQuestion } from '../../comment-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { articlePartition, VIEW } from '../keys.ts';
import { rootOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { readPage } from './pages.ts';

/** A way through an article's threads, whichever of them comes first: forwards each is read from its beginning, backwards from its end. */
export type Way = Pick<PageQuestion, 'site' | 'article' | 'order'> & { readonly isBack: boolean };

/** A place in the view: reading begins behind it, at it, or behind its whole thread. */
export type Start = { readonly place: string; readonly begins: 'behind' | 'at' | 'behind-thread' };

/** Items in the way's order; `end` where others may follow. */
export type Read = {
  readonly items: readonly Item[];
  /** Whether the last thread goes on behind the last item. */
  readonly end?: 'in-thread' | 'between-threads';
};

/** The last place that a thread could have; `~` comes after every letter of an id. */
const endOf = (root: string): string => `${root}~`;

/**
 * Up to `limit` items from a start on. A thread that the page would cut goes to the next one whole; but one too long for any page begins
 * here where the page would else be less than half full. To know costs half a page more, and a whole one where threads are read against
 * the order in which they follow each other.
 */
export const readThreads = async (table: Table, way: Way, limit: number, start?: Start): Promise<Read> => {
  const rest = start && !isOneWay(way) ? await restOf(table, way, limit, start) : { items: [] };
  if (rest.end) return rest;
  const head = rest.items;
  const room = limit - head.length;
  const { items, next } = await readPage(table, fromStart(way, start), { limit: room + 1 });
  if (next === undefined && items.length <= room) return { items: [...head, ...asRead(way, items)] };

  const whole = wholeThreads(items, room);
  const done = [...head, ...asRead(way, whole)];
  const cut = { done, seen: items.slice(whole.length), limit };
  return done.length < limit / 2 ? beginNext(table, way, cut) : { items: done, end: 'between-threads' };
};

/** Whether threads follow each other in the order in which each is read. */
const isOneWay = ({ order }: Way): boolean => order === 'oldest';

/** What follows in the thread of a start, where the start is within it. */
const restOf = async (table: Table, way: Way, limit: number, start: Start): Promise<Read> => {
  if (start.begins === 'behind-thread' || isAtRoot(start)) return { items: [] };
  const { items, next } = await readThread(table, way, start, limit + 1);
  return { items: items.slice(0, limit), ...(next !== undefined && { end: 'in-thread' }) };
};

type Cut = {
  /** What the page has. */
  readonly done: readonly Item[];
  /** What was read of the thread that does not fit: its beginning, or its end where it is read the other way. */
  readonly seen: readonly Item[];
  readonly limit: number;
};

/** Begins the next thread on this page if no page could hold it. */
const beginNext = async (table: Table, way: Way, { done, seen, limit }: Cut): Promise<Read> => {
  const room = limit - done.length;
  const read = isOneWay(way)
    ? await goOn(table, way, seen, done.length === 0 ? 0 : limit + 1 - seen.length)
    : await readAnew(table, way, seen, room);
  if (read.isAll && read.begun.length <= room)
    return { items: [...done, ...read.begun], end: 'between-threads' };
  const isBegun = done.length === 0 || read.size > limit;
  return isBegun
    ? { items: [...done, ...read.begun.slice(0, room)], end: 'in-thread' }
    : { items: done, end: 'between-threads' };
};

/** The beginning of a thread; how many it has, as far as is known; whether the beginning is all of it. */
type Begun = { readonly begun: readonly Item[]; readonly size: number; readonly isAll: boolean };

/** Looks whether a thread has so many more. */
const goOn = async (table: Table, way: Way, seen: readonly Item[], missing: number): Promise<Begun> => {
  if (missing === 0) return { begun: seen, size: seen.length, isAll: false };
  const place = placeIn(seen.at(-1));
  const { items } = await readThread(table, way, { place, begins: 'behind' }, missing);
  return { begun: seen, size: seen.length + items.length, isAll: false };
};

/** Reads the beginning of a thread whose end was read. */
const readAnew = async (table: Table, way: Way, seen: readonly Item[], room: number): Promise<Begun> => {
  const root = threadOf(seen[0]);
  const start = { place: way.isBack ? endOf(root) : root, begins: 'at' } as const;
  const { items } = await readThread(table, way, start, room);
  const last = placeIn(items.at(-1));
  const left = seen.filter((item) => (way.isBack ? placeIn(item) < last : placeIn(item) > last));
  return { begun: items, size: items.length + left.length, isAll: left.length === 0 };
};

type Query = Parameters<typeof readPage>[1];

const query = (
  { site, article }: Way,
  condition: string,
  bounds: Readonly<Record<string, string>>,
  isAscending: boolean,
): Query => ({
  IndexName: VIEW,
  KeyConditionExpression: `v = :v${condition}`,
  ExpressionAttributeValues: toItem({ ':v': articlePartition(site, article), ...bounds }),
  ScanIndexForward: isAscending,
});

/** Whether a start is where a thread begins. */
const isAtRoot = ({ place, begins }: Start): boolean => begins === 'at' && place === rootOf(place);

/** The threads from a start on; behind its own thread where the rest of that is read by itself. */
const fromStart = (way: Way, start: Start | undefined): Query => {
  const isAscending = isOneWay(way) !== way.isBack;
  if (!start) return query(way, '', {}, isAscending);
  const root = rootOf(start.place);
  const at = isOneWay(way) ? start.place : isAscending || isAtRoot(start) ? endOf(root) : root;
  const isAt = isOneWay(way) && start.begins === 'at';
  return query(way, ` AND vs ${isAscending ? '>' : '<'}${isAt ? '=' : ''} :at`, { ':at': at }, isAscending);
};

/** One thread from a place on. */
const readThread = async (
  table: Table,
  way: Way,
  { place, begins }: Start,
  limit: number,
): Promise<{ readonly items: readonly Item[]; readonly next?: string }> => {
  const root = rootOf(place);
  const isBehind = begins === 'behind';
  // Nothing comes before a thread's first comment.
  if (way.isBack && isBehind && place === root) return { items: [] };
  const bounds = way.isBack
    ? { ':from': root, ':until': isBehind ? placeBefore(place) : place }
    : { ':from': isBehind ? `${place} ` : place, ':until': endOf(root) };
  return readPage(table, query(way, ' AND vs BETWEEN :from AND :until', bounds, !way.isBack), { limit });
};

/** What no earlier reply of the same thread comes after: all have places of one length. */
const placeBefore = (place: string): string =>
  `${place.slice(0, -1)}${String.fromCharCode(place.charCodeAt(place.length - 1) - 1)}`;

/** The threads that end on a page. Of one that its bytes ended, nobody knows whether its last thread goes on. */
const wholeThreads = (items: readonly Item[], limit: number): readonly Item[] => {
  const cut = threadOf(items[limit] ?? items.at(-1));
  return items.slice(0, limit).filter((item) => threadOf(item) !== cut);
};

/** Whole threads, each in the order in which it is read. */
const asRead = (way: Way, items: readonly Item[]): readonly Item[] =>
  isOneWay(way) ? items : [...Map.groupBy(items, threadOf).values()].flatMap((thread) => thread.toReversed());

/** A comment's place in the view. */
const placeIn = (item: Item | undefined): string => item?.vs?.S ?? '';

export const threadOf = (item: Item | undefined): CommentId => rootOf(placeIn(item));
