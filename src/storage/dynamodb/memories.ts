import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SiteMemory } from '../../screening/filter/site-memory.ts';
import type { FetchMemory, Memory, ResetMemory } from '../learning-store.ts';
import { type Item, toItem } from './attributes.ts';
import { memoryKey } from './keys.ts';
import { isBlank, itemToMemory, nextGeneration } from './learned-items.ts';
import type { SiteCache } from './sites.ts';
import type { Table } from './table.ts';

const TRIES = 3;

export type Clock = Pick<SiteCache, 'now'>;

/** What submissions know of sites' memories: as long as a site's policy is, or nothing when a memory is damaged. */
export const rememberMemories = (table: Table, { keepMs, now }: Clock & { readonly keepMs: number }) => {
  const kept = new Map<string, { readonly seasons: SiteMemory; readonly until: number }>();
  return {
    /** What need not be read again yet. */
    known: (site: string): SiteMemory | undefined => {
      const { seasons, until = 0 } = kept.get(site) ?? {};
      return until > now() ? seasons : undefined;
    },
    /** Takes what was just read, if there was anything. */
    take: (site: string, item: Item | undefined): SiteMemory => {
      const { seasons } = decode(table, item, now());
      kept.set(site, { seasons, until: now() + keepMs });
      return seasons;
    },
  };
};

/** For those who change it, and for moderators. */
export const createFetchMemory = (table: Table, { now }: Clock): FetchMemory => ({
  fetchMemory: async (site) =>
    decode(table, await table.get(memoryKey(site), { ConsistentRead: true }), now()),
});

/** Whatever is added at the same moment goes too, or comes after it: lessons name the generation they belong to. */
export const createResetMemory = (table: Table, { now }: Clock): ResetMemory => ({
  resetMemory: async (site) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const item = await table.get(memoryKey(site), { ConsistentRead: true });
      if (!item || isBlank(item) || (await putBlank(table, site, item, now()))) return;
    }
    throw new Error('Others kept resetting the same memory.');
  },
});

const decode = (table: Table, item: Item | undefined, now: number): Memory => {
  const [memory] = table.readable([item ?? {}], (stored) => itemToMemory(stored, now));
  return memory ?? { generation: 0, seasons: [], faded: [], isDamaged: true };
};

/** Whether nobody else reset the memory since it was read. */
const putBlank = async (table: Table, site: string, item: Item, now: number): Promise<boolean> => {
  const { generation } = item;
  try {
    await table.send(
      new PutItemCommand({
        TableName: table.name,
        Item: toItem({ ...memoryKey(site), generation: nextGeneration(item, now) }),
        ConditionExpression: generation ? 'generation = :read' : 'attribute_not_exists(generation)',
        ...(generation ? { ExpressionAttributeValues: { ':read': generation } } : {}),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
