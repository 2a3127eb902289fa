import type { SearchedPage } from '../../comment-store.ts';
import type { Item } from '../attributes.ts';
import type { Table } from '../table.ts';
import { LOOKED_AT, positionOf, readPage } from './pages.ts';

/** What an entry of a list leads to. */
type Found<T> = { readonly entry: Item; readonly value: T };
type Search<T> = {
  readonly limit: number;
  readonly from?: string | undefined;
  /** Entries that are looked at for one page. */
  readonly examinedMax: number;
  /** What is wanted of some entries, in their order. */
  readonly find: (entries: readonly Item[], before: readonly T[]) => Promise<readonly Found<T>[]>;
};

/**
 * A page of what entries of a list lead to. Once something was left out, the rest is read a hundred entries at a time: looking for the last
 * comment of a page one by one would take as many round trips as there are entries.
 */
export const searchEntries = async <T>(
  table: Table,
  query: Parameters<typeof readPage>[1],
  { limit, from, examinedMax, find }: Search<T>,
): Promise<SearchedPage<T>> => {
  const values: T[] = [];
  let [place, examined] = [from, 0];
  do {
    const left = limit - values.length;
    const asked = examined === 0 ? left : Math.min(LOOKED_AT, examinedMax - examined);
    const page = await readPage(table, query, { limit: asked, from: place });
    const found = await find(page.items, values);
    values.push(...found.slice(0, left).map(({ value }) => value));
    examined += page.examined;
    const last = found[left - 1];
    place = last && found.length > left ? positionOf(last.entry) : page.next;
  } while (place !== undefined && values.length < limit && examined < examinedMax);
  const isPartial = place !== undefined && values.length < limit;
  return { items: values, examined, isPartial, ...(place === undefined ? {} : { next: place }) };
};
