import { batch } from '@preact/signals';
import type { Page } from '../wire.ts';
import type { ListingParts } from './listing-parts.ts';
import { createRow, isWaiting } from './row.ts';

/** Begins again with the first page. */
export const loadFirst = async (list: ListingParts): Promise<void> => {
  list.underWay.load += 1;
  list.underWay.page = undefined;
  batch(() => {
    list.state.value = 'loading';
    list.rows.value = [];
    list.next.value = null;
    list.moreFailed.value = undefined;
    list.fresh.value = [];
    list.examined.value = undefined;
    list.selected.value = undefined;
  });
  await fetchPage(list, undefined);
};

/** Adds the next page, if there is one; once, however often it is asked for. */
export const loadMore = (list: ListingParts): Promise<void> => {
  const { next, underWay } = list;
  if (next.value === null) return Promise.resolve();
  if (underWay.page) return underWay.page;
  const page = fetchPage(list, next.value).finally(() => {
    if (underWay.page === page) underWay.page = undefined;
  });
  underWay.page = page;
  return page;
};

const fetchPage = async (list: ListingParts, cursor: string | undefined): Promise<void> => {
  const { load } = list.underWay;
  const answer = await list.ask(cursor);
  // The list began again meanwhile.
  if (load !== list.underWay.load) return;
  list.moreFailed.value = answer.isOk || cursor === undefined ? undefined : answer.status;
  if (answer.isOk) add(list, answer.reply);
  else if (cursor === undefined) list.state.value = { failed: answer.status };
};

const add = ({ rows, seen, next, examined, state, selected }: ListingParts, page: Page): void =>
  batch(() => {
    const last = rows.value.at(-1)?.place ?? 0;
    const known = new Set(rows.value.map(({ id }) => id));
    const added = page.comments.filter(({ id }) => !known.has(id));
    for (const { id } of added) seen.add(id);
    rows.value = [...rows.value, ...added.map((comment, at) => createRow(comment, last + 1 + at))];
    next.value = page.next;
    examined.value = page.partial ? (examined.value ?? 0) + (page.examined ?? 0) : undefined;
    state.value = 'ready';
    // Who decided faster than this page came goes on with it.
    const isAtWork = rows.value.some((row) => row.id === selected.value && isWaiting(row));
    if (!isAtWork) selected.value = rows.value.find(isWaiting)?.id ?? selected.value;
  });
