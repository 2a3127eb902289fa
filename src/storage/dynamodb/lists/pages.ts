import type { Item } from '../attributes.ts';
import type { Table } from '../table.ts';

/** Most queries one page of a filtered list may take; a page that ends early still says where to go on. */
const QUERIES_MAX = 10;
/** Entries a filtered query looks at, so that a page costs a bounded amount whatever the filter lets through. */
const LOOKED_AT = 100;

type Query = Parameters<Table['query']>[0];

/** Where reading stopped: the item's keys in the table and, in index `view`, there. */
export const positionOf = (item: Item): string =>
  JSON.stringify(['pk', 'sk', 'v', 'vs'].map((name) => item[name]?.S ?? null));

/** The sort key in index `view` of a position there. */
export const placeOf = (position: string): string => (JSON.parse(position) as (string | null)[])[3] ?? '';

const startOf = (position: string, indexed: boolean): Item =>
  Object.fromEntries(
    (JSON.parse(position) as (string | null)[]).flatMap((text, at) =>
      text === null || (at > 1 && !indexed) ? [] : [[['pk', 'sk', 'v', 'vs'][at], { S: text }]],
    ),
  );

/** Up to `limit` matching items from a position on, and whether there may be more. */
export const readPage = async (table: Table, query: Query, limit: number, from?: string) => {
  const items: Item[] = [];
  let start = from === undefined ? undefined : startOf(from, query.IndexName !== undefined);
  for (let queries = 0; queries < QUERIES_MAX; queries += 1) {
    const { Items = [], LastEvaluatedKey } = await table.query({
      ...query,
      Limit: query.FilterExpression ? LOOKED_AT : limit - items.length,
      ExclusiveStartKey: start,
    });
    items.push(...Items);
    start = LastEvaluatedKey;
    if (!start || items.length >= limit) break;
  }
  const page = items.slice(0, limit);
  const last = items.length > limit ? page.at(-1) : start;
  return { items: page, ...(last ? { next: positionOf(last) } : {}) };
};

/** Every matching item, however many pages they take. */
export const readAll = async (table: Table, query: Query): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await table.query({ ...query, ExclusiveStartKey: start });
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};
