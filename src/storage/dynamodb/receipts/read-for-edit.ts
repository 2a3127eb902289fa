import type { ReadForEdit } from '../../receipt-store.ts';
import { openCaches, readRecords } from '../guards/records.ts';
import type { Table } from '../table.ts';
import type { CacheOptions } from '../ttl-cache.ts';

/** The records that bear on a text, without the guards of submissions: one batch of at most a read unit, and what is cached of the site. */
export const createReadForEdit = (table: Table, cache: CacheOptions): ReadForEdit => {
  const caches = openCaches(cache);
  return {
    readForEdit: async ({ article, authorKey }, site, now) => {
      const { records } = await readRecords(table, caches, { site, article, authorKey, now }, false);
      return records;
    },
  };
};
