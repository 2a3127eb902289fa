import { batch } from '@preact/signals';
import type { Page } from '../wire.ts';
import type { ListingParts } from './listing-parts.ts';
import { createRow, isWaiting, type Row } from './row.ts';

/** Compares a list with its first page as it is now: new rows wait, rows that left say so. */
export const compareWithNow = async (list: ListingParts, sentence: string): Promise<void> => {
  const { load } = list.underWay;
  const answer = await list.ask(undefined);
  if (!answer.isOk || load !== list.underWay.load) return;
  const page = answer.reply;
  const there = new Set(page.comments.map(({ id }) => id));
  batch(() => {
    // Oldest first, what is new comes after all that is known; on a page that is not the last it may as well be old.
    if (isWhole(page) || list.order === 'newest')
      list.fresh.value = page.comments.filter(({ id }) => !list.seen.has(id));
    for (const row of reached(list, page))
      if (isWaiting(row) && !there.has(row.id)) row.phase.value = { kind: 'gone', sentence };
  });
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
    const first = (rows.value[0]?.place ?? 0) - fresh.value.length;
    const last = (rows.value.at(-1)?.place ?? 0) + 1;
    const added = fresh.value.map((comment, at) => createRow(comment, (isNewestFirst ? first : last) + at));
    for (const { id } of added) seen.add(id);
    rows.value = isNewestFirst ? [...added, ...rows.value] : [...rows.value, ...added];
    fresh.value = [];
    selected.value = added[0]?.id ?? selected.value;
    focusWanted.value += 1;
  });
