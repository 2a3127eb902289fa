import type { Database } from './file/database.ts';
import type { Items } from './items.ts';
import type { Item } from './values/values.ts';

/** TTL ignores times further in the past. Source: DynamoDB's guide, "Time to Live". */
const YEARS_5_S = 5 * 365 * 86_400;

/**
 * Removes expired items, oldest first, as DynamoDB's TTL does. Their changes are marked `expired`.
 * @param now epoch milliseconds
 * @returns how many were removed
 */
export const removeExpired = (database: Database, items: Items, now: number, limit: number): number => {
  const seconds = Math.floor(now / 1000);
  const expired = database
    .prepare('SELECT id, pk, sk, doc FROM item WHERE expires BETWEEN ? AND ? ORDER BY expires LIMIT ?')
    .all(seconds - YEARS_5_S, seconds, limit) as unknown as ExpiredRow[];
  if (expired.length === 0) return 0;
  return database.atomically(() => {
    let removed = 0;
    for (const { id, pk, sk, doc } of expired) {
      const key = { hash: pk, range: sk };
      const old = JSON.parse(doc) as Item;
      // The item may have been extended or deleted since it was read.
      if (items.find(key)?.doc !== doc) continue;
      items.write({ key, row: { id, doc }, old, next: undefined }, now, true);
      removed += 1;
    }
    return removed;
  });
};

type ExpiredRow = { readonly id: number; readonly pk: string; readonly sk: string; readonly doc: string };
