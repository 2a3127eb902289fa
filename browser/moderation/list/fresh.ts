import { batch } from '@preact/signals';
import type { Comment, Page } from '../wire.ts';
import type { ListingParts } from './listing-parts.ts';
import { createRow, isWaiting, type Row } from './row.ts';

/** What is new and stands in no row yet: the next page, or what is taken back, may have brought it. */
export const freshOf = ({ rows, fresh }: Pick<ListingParts, 'rows' | 'fresh'>): readonly Comment[] => {
  const there = new Set(rows.value.map(({ id }) => id));
  return fresh.value.filter(({ id }) => !there.has(id));
};

/** Compares a list with its first page as it is now: new rows wait, rows that left say so. @returns whether that is known */
export const compareWithNow = async (list: ListingParts, sentence: string): Promise<boolean> => {
  const { load } = list.underWay;
  list.underWay.check += 1;
  const mine = list.underWay.check;
  const before = new Map(list.rows.value.filter(isWaiting).map((row) => [row, row.comment.value]));
  const answer = await list.ask(undefined);
  if (!answer.isOk) return false;
  // The list began again meanwhile, or was looked at again.
  if (load !== list.underWay.load || mine !== list.underWay.check) return true;
  const page = answer.reply;
  const there = new Set(page.comments.map(({ id }) => id));
  batch(() => {
    // Oldest first, what is new comes after all that is known; on a page that is not the last it may as well be old.
    if (isWhole(page) || list.order === 'newest')
      list.fresh.value = page.comments.filter(({ id }) => !list.seen.has(id));
    // It tells nothing of what came, or was decided and taken back, since it was asked.
    for (const row of reached(list, page))
      if (isWaiting(row) && before.get(row) === row.comment.value && !there.has(row.id))
        row.phase.value = { kind: 'gone', sentence };
  });
  return true;
};

const isWhole = ({ next, partial }: Page): boolean => next === null && partial !== true;

/** The rows that a first page tells of: all when there is no other, else those before its last, unless they may have changed places. */
const reached = ({ rows: { value: rows }, order }: ListingParts, page: Page): readonly Row[] => {
  if (isWhole(page)) return rows;
  if (order === 'urgent') return [];
  const last = page.comments.at(-1)?.id;
  return rows.slice(
    0,
    Math.max(
      0,
      rows.findIndex(({ id }) => id === last),
    ),
  );
};

/** Adds what waits where the list's order puts it, and selects the first of it. */
export const showFresh = ({ rows, fresh, seen, order, selected, focusWanted }: ListingParts): void =>
  batch(() => {
    const isNewestFirst = order === 'newest';
    const missing = freshOf({ rows, fresh });
    const first = (rows.value[0]?.place ?? 0) - missing.length;
    const last = (rows.value.at(-1)?.place ?? 0) + 1;
    const added = missing.map((comment, at) => createRow(comment, (isNewestFirst ? first : last) + at));
    for (const { id } of added) seen.add(id);
    rows.value = isNewestFirst ? [...added, ...rows.value] : [...rows.value, ...added];
    fresh.value = [];
    selected.value = added[0]?.id ?? selected.value;
    focusWanted.value += 1;
  });
