import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { SiteMemory } from '../../../screening/filter/site/site-memory.ts';
import type { FetchMemory, Memory, ResetMemory } from '../../learning-store.ts';
import { type Item, toItem } from '../attributes.ts';
import { FORGOTTEN, isBlank, itemToMemory, nextGeneration } from '../codecs/learned-items.ts';
import { putSiteEvent } from '../codecs/site-event-item.ts';
import { transact } from '../conditional-writes.ts';
import { type Condition, putOf } from '../expressions.ts';
import { memoryKey } from '../keys.ts';
import type { Table } from '../table.ts';
import type { CacheOptions } from '../ttl-cache.ts';

const TRIES = 3;

export type Clock = Pick<CacheOptions, 'now'>;

/** What a submission is judged by: the memory's item as it was read, or nothing when it is damaged. */
export const readPeriods = (table: Table, item: Item | undefined, now: number): SiteMemory =>
  decode(table, item, now).periods;

/** For learning, and for moderators. */
export const createFetchMemory = (table: Table, { now }: Clock): FetchMemory => ({
  fetchMemory: async (site) =>
    decode(table, await table.get(memoryKey(site), { ConsistentRead: true }), now()),
});

/** A lesson written at the same moment is either erased too or refused: lessons name their generation. */
export const createResetMemory = (table: Table, { now }: Clock): ResetMemory => ({
  resetMemory: async (event) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const item = await table.get(memoryKey(event.site), { ConsistentRead: true });
      if (!item || isBlank(item)) return;
      const blank = putBlank(table, event.site, item, now());
      const unmet = await transact(table, [blank, putSiteEvent(table, event)], `${event.id}-${tried}`);
      if (!unmet) return;
    }
    throw new Error('Others kept resetting the same memory.');
  },
});

const decode = (table: Table, item: Item | undefined, now: number): Memory => {
  const [memory] = table.readable([item ?? {}], (stored) => itemToMemory(stored, now));
  return memory ?? { generation: 0, forgottenAt: 0, periods: [], faded: [], isDamaged: true };
};

/** Unless somebody else reset the memory since it was read. */
const putBlank = (table: Table, site: string, item: Item, now: number): TransactWriteItem => {
  const blank = toItem({ ...memoryKey(site), generation: nextGeneration(item, now), [FORGOTTEN]: now });
  // A damaged generation may have any type, so it is compared as it is.
  const { generation } = item;
  const unchanged: Condition = generation ? ['generation', 'is', generation] : ['generation', 'absent'];
  return { Put: putOf(table, blank, [unchanged]) };
};
