import type { Surge } from '../../../comment/abuse/surge.ts';
import type { ReadSurges } from '../../surge-store.ts';
import { queueCountsKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { type CacheOptions, ttlCache } from '../ttl-cache.ts';
import { itemToSurges } from './surge-items.ts';

/** A site's surges as submissions know them: half a read unit, and none while they are cached. */
export const createReadSurges = (table: Table, cache: CacheOptions): ReadSurges => {
  const cached = ttlCache<readonly Surge[]>(cache);
  return {
    readSurges: async (site) => {
      const { known, keep } = cached.read(site);
      return known ?? keep(itemToSurges(await table.get(queueCountsKey(site))).surges);
    },
  };
};
