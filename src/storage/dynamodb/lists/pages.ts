import type { Item } from '../attributes.ts';
import { AUTHOR_INDEX, VIEW } from '../keys.ts';
import type { Table } from '../table.ts';

/** Most queries one page of a filtered list may take; a page that ends early still says where to go on. */
export const QUERIES_MAX = 10;
/** Entries a filtered query looks at, so that a page costs a bounded amount whatever the filter lets through. */
export const LOOKED_AT = 100;
/** Entries that a page looks at in all. */
export const EXAMINED_MAX = QUERIES_MAX * LOOKED_AT;

/** A query stops at 1 MB; so many of them fill a page, however few items that is. */
const MEGABYTES_MAX = 3;

type Query = Parameters<Table['query']>[0];

/** The attributes of keys, in the order in which a position has them. */
const NAMES = ['pk', 'sk', 'v', 'vs', 'a'];
const ofTable = ['pk', 'sk'];
const ofIndexes: Readonly<Record<string, readonly string[]>> = {
  [VIEW]: [...ofTable, 'v', 'vs'],
  [AUTHOR_INDEX]: [...ofTable, 'a'],
};

/** Where reading stopped: the item's keys in the table and in the index. */
export const positionOf = (item: Item): string => JSON.stringify(NAMES.map((name) => item[name]?.S ?? null));

/** The sort key in index `view` of a position there. */
export const placeOf = (position: string): string => (JSON.parse(position) as (string | null)[])[3] ?? '';

const startOf = (position: string, index: string | undefined): Item => {
  const names = index === undefined ? ofTable : ofIndexes[index];
  return Object.fromEntries(
    (JSON.parse(position) as (string | null)[]).flatMap((text, at) => {
      const name = NAMES[at] ?? '';
      return text === null || !names?.includes(name) ? [] : [[name, { S: text }]];
    }),
  );
};

type Reading = {
  readonly limit: number;
  readonly from?: string | undefined;
  /** Whether an item that the query finds belongs to the page. */
  readonly keep?: (item: Item) => boolean;
  /** Whether it keeps few of them. */
  readonly isSparse?: boolean;
  /** Entries that it may look at; 1,000 unless stated. */
  readonly examinedMax?: number;
};

/**
 * Up to `limit` matching items from a position on, whether there may be more, and how many were read. A page ends early when it has cost
 * enough, by its queries or by its bytes, and still says where to go on.
 */
export const readPage = async (table: Table, query: Query, reading: Reading) => {
  const { limit, from, examinedMax = EXAMINED_MAX } = reading;
  const start = from === undefined ? undefined : startOf(from, query.IndexName);
  const isSparse = reading.isSparse || query.FilterExpression !== undefined;
  let read: Progress = { items: [], start, isSparse, megabytes: 0, examined: 0 };
  for (let queries = 0; queries < QUERIES_MAX && read.megabytes < MEGABYTES_MAX; queries += 1) {
    read = await readOn(table, query, reading, read);
    if (!read.start || read.items.length >= limit || read.examined >= examinedMax) break;
  }
  const page = read.items.slice(0, limit);
  const last = read.items.length > limit ? page.at(-1) : read.start;
  return { items: page, examined: read.examined, ...(last ? { next: positionOf(last) } : {}) };
};

type Progress = {
  readonly items: readonly Item[];
  /** Where to go on; undefined at the end. */
  readonly start: Item | undefined;
  /** Whether not all that is looked at belongs to the page. */
  readonly isSparse: boolean;
  readonly megabytes: number;
  readonly examined: number;
};

const readOn = async (
  table: Table,
  query: Query,
  { limit, keep = () => true }: Reading,
  { items, start, isSparse, megabytes, examined }: Progress,
): Promise<Progress> => {
  const asked = isSparse ? LOOKED_AT : limit - items.length;
  const {
    Items = [],
    LastEvaluatedKey,
    ScannedCount = asked,
  } = await table.query({ ...query, Limit: asked, ExclusiveStartKey: start });
  const kept = Items.filter(keep);
  return {
    items: [...items, ...kept],
    start: LastEvaluatedKey,
    isSparse: isSparse || kept.length < Items.length,
    // It stopped before it had looked at as many as it might.
    megabytes: megabytes + (ScannedCount < asked ? 1 : 0),
    examined: examined + ScannedCount,
  };
};

/** Every matching item, however many pages they take. */
export const readAll = (table: Table, query: Query): Promise<readonly Item[]> =>
  readEach(table, query, (page) => page);

/** What is made of each page of matching items. One page is in memory at a time: an article may have more comments than a function has room for. */
export const readEach = async <T>(
  table: Table,
  query: Query,
  make: (page: readonly Item[]) => readonly T[],
): Promise<readonly T[]> => {
  const made: T[] = [];
  for await (const page of pagesOf(table, query)) made.push(...make(page));
  return made;
};

/** Whether any item matches. Reads on until one does, since a page of a filtered query may have none. */
export const hasAny = async (table: Table, query: Query): Promise<boolean> => {
  for await (const { length } of pagesOf(table, query)) if (length > 0) return true;
  return false;
};

async function* pagesOf(table: Table, query: Query): AsyncGenerator<readonly Item[]> {
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.query({ ...query, ExclusiveStartKey: start });
    yield Items;
    start = LastEvaluatedKey;
  } while (start);
}
