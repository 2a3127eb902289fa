import type { CommentId } from '../../../comment/comment.ts';
import type { PageBetween, PageQuestion, ShownComment } from '../../comment-store.ts';
import type { Item } from '../attributes.ts';
import { itemToShown } from '../codecs/comment-item.ts';
import { rootOf } from '../read-keys.ts';
import type { Table } from '../table.ts';
import { placeOf, positionOf } from './pages.ts';
import { type Read, readThreads, type Start, threadOf } from './threads.ts';
import { asTheyWere, withTombstones } from './tombstones.ts';

/** Before a position that a page ends at. */
const BACK = '<';
/** Before a position within a thread that goes on on the next page; behind another its whole thread is done. */
const ON = '>';

type Listed = Promise<PageBetween<ShownComment>>;

/** Whole threads of an article: the first of them, those behind a position or before it, or those around a comment. */
export const readArticlePage = (table: Table, question: PageQuestion): Listed => {
  const { around, from } = question;
  if (around) return findPage(table, question, around);
  return from?.startsWith(BACK)
    ? readBack(table, question, from.slice(BACK.length))
    : readOn(table, question);
};

/** Items in the list's order, and whether others come before them. */
type Found = {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
  readonly hasBefore: boolean;
};

/** The first page, or the one that a position begins. */
const readOn = async (table: Table, question: PageQuestion): Listed => {
  const start = question.from === undefined ? undefined : startAt(question.from);
  const read = await readThreads(table, { ...question, isBack: false }, question.limit, start);
  const page = { items: read.items, next: nextOf(read), hasBefore: start !== undefined };
  // Only of the thread that the page before began is the beginning not here.
  return pageOf(table, question, page, (root) => start !== undefined && root === rootOf(start.place));
};

/** The page before a position; the first one where nothing is left of it. */
const readBack = async (table: Table, question: PageQuestion, from: string): Listed => {
  const { place } = startAt(from);
  const way = { ...question, isBack: true };
  const { items, end } = await readThreads(table, way, question.limit, { place, begins: 'behind' });
  const last = items[0];
  if (!last) {
    const { from: _, ...first } = question;
    return readOn(table, first);
  }
  const next = positionAfter(last, threadOf(last) === rootOf(place));
  const page = { items: items.toReversed(), next, hasBefore: end !== undefined };
  return pageOf(table, question, page, cutAtEdges(page));
};

/** Where a page goes on behind what was read; undefined at the list's end. */
const nextOf = ({ items, end }: Read): string | undefined => {
  const last = items.at(-1);
  return end && last && positionAfter(last, end === 'in-thread');
};

const positionAfter = (item: Item, isInThread: boolean): string =>
  `${isInThread ? ON : ''}${positionOf(item)}`;

const startAt = (position: string): Start => {
  const isInThread = position.startsWith(ON);
  const place = placeOf(isInThread ? position.slice(ON.length) : position);
  return { place, begins: isInThread ? 'behind' : 'behind-thread' };
};

/** The page that holds a comment: one around its thread's beginning or, if the comment is far down in it, around the comment. */
const findPage = async (table: Table, question: PageQuestion, around: ShownComment): Listed => {
  const ofThread = await readAround(table, question, around.root);
  if (holds(ofThread, around)) return ofThread;
  // Far down in a long thread, or so new that the index does not have it yet.
  const ofComment = await readAround(table, question, placeInView(around));
  return holds(ofComment, around) ? ofComment : { ...ofComment, items: [...ofComment.items, around] };
};

/** Half a page that ends before a place and half a page that begins there, which together cost no more than one whole. */
const readAround = async (table: Table, question: PageQuestion, place: string): Listed => {
  const half = Math.floor(question.limit / 2);
  const [before, after] = await Promise.all([
    // Of a page of one, only whether something comes before it.
    readThreads(table, { ...question, isBack: true }, Math.max(1, half), { place, begins: 'behind' }),
    readThreads(table, { ...question, isBack: false }, question.limit - half, { place, begins: 'at' }),
  ]);
  const shown = before.items.slice(0, half);
  const page = {
    items: [...shown.toReversed(), ...after.items],
    next: nextOf(after),
    hasBefore: before.end !== undefined || shown.length < before.items.length,
  };
  return pageOf(table, question, page, cutAtEdges(page));
};

/** Whatever stands at an edge of a page may go on behind it. */
const cutAtEdges = ({ items, next, hasBefore }: Found) => {
  const edges = [hasBefore && items[0], next !== undefined && items.at(-1)].map((item) =>
    typeof item === 'object' ? threadOf(item) : '',
  );
  return (root: CommentId): boolean => edges.includes(root);
};

const pageOf = async (
  table: Table,
  { site, article }: PageQuestion,
  { items, next, hasBefore }: Found,
  isCut: (root: CommentId) => boolean,
): Listed => {
  const found = table.readable(items, itemToShown);
  const first = items[0];
  const whole = withTombstones(found, isCut);
  return {
    items: await asTheyWere(table, { site, article }, whole),
    ...(next === undefined ? {} : { next }),
    ...(hasBefore && first ? { previous: `${BACK}${positionOf(first)}` } : {}),
  };
};

const placeInView = ({ id, root }: ShownComment): string => (id === root ? id : `${root}${id}`);

const holds = ({ items }: PageBetween<ShownComment>, { id }: ShownComment): boolean =>
  items.some((comment) => comment.id === id);
