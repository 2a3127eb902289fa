import { batch } from '@preact/signals';
import type { Listing } from './listing.ts';
import { isWaiting, type Row } from './row.ts';

/** Rows left below the selection at which the next page is fetched, so that nobody waits for it. */
const AHEAD = 8;

export const selectedRow = ({ rows, selected }: Listing): Row | undefined =>
  rows.value.find(({ id }) => id === selected.value);

/** @param id of the row that takes the focus as well */
export const select = (listing: Listing, id: string | undefined): void =>
  batch(() => {
    listing.selected.value = id;
    listing.focusWanted.value += 1;
  });

/** Selects the next row that waits, or the one before; stays at the ends. */
export const move = (listing: Listing, by: 1 | -1): void => {
  const rows = listing.rows.value;
  const from = rows.findIndex(({ id }) => id === listing.selected.value);
  const candidates = by > 0 ? rows.slice(from + 1) : rows.slice(0, Math.max(from, 0)).reverse();
  const found = candidates.find(isWaiting);
  if (found) select(listing, found.id);
  const left = rows.slice(rows.findIndex(({ id }) => id === listing.selected.value)).filter(isWaiting);
  if (left.length < AHEAD) void listing.more();
};

/** Selects the row after the given ones, or else the last one before them. */
export const moveOn = (listing: Listing, done: readonly Row[]): void => {
  const rows = listing.rows.value;
  const at = Math.max(...done.map((row) => rows.indexOf(row)));
  const after = rows.slice(at + 1).find(isWaiting);
  const before = rows.slice(0, at).findLast(isWaiting);
  const found = after ?? before;
  if (found) select(listing, found.id);
  if (rows.slice(at).filter(isWaiting).length < AHEAD) void listing.more();
};

/** Takes away the rows that are through, but for the one that is selected. */
export const sweep = (listing: Listing): void => {
  const kept = listing.rows.value.filter((row) => isWaiting(row) || row.id === listing.selected.value);
  if (kept.length < listing.rows.value.length) listing.rows.value = kept;
};

/**
 * Puts rows back where they stood, waiting again; a list that was loaded anew may have rows of its own for them. The first of them is selected,
 * unless another that waits is read by now: the next key is meant for that.
 * @param from what was selected when somebody asked for them
 */
export const putBack = (listing: Listing, rows: readonly Row[], from?: string): void =>
  batch(() => {
    const now = selectedRow(listing);
    const isReading = now !== undefined && now.id !== from && isWaiting(now);
    const there = new Map(listing.rows.value.map((row) => [row.id, row]));
    for (const { id, comment, phase } of rows) {
      const own = there.get(id);
      (own?.phase ?? phase).value = { kind: 'waiting' };
      if (own) own.comment.value = comment.value;
    }
    const all = [...rows.filter(({ id }) => !there.has(id)), ...listing.rows.value];
    listing.rows.value = all.toSorted((one, other) => one.place - other.place);
    const [first] = rows;
    if (first && !isReading) select(listing, first.id);
  });

export const checkedRows = ({ rows }: Listing): readonly Row[] =>
  rows.value.filter((row) => row.isChecked.value && isWaiting(row));
