import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { FindAppeal, FindAppeals, HasAppeal, SaveAppeal } from '../../receipt-store.ts';
import { VERSION } from '../codecs/shown-map.ts';
import { transact } from '../conditional-writes.ts';
import { checkOf, putOf, updateOf } from '../expressions.ts';
import { appealKey, commentKey, queueCountsKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { appealToItem, itemToAppeal } from './appeal-items.ts';

export const createFindAppeal = (table: Table): FindAppeal & HasAppeal => {
  const findAppeal: FindAppeal['findAppeal'] = async (ref) => {
    const item = await table.get(appealKey(ref), { ConsistentRead: true });
    return item && table.readable([item], itemToAppeal)[0];
  };
  return { findAppeal, hasAppeal: async (ref) => (await findAppeal(ref))?.listedAs !== undefined };
};

export const createFindAppeals = (table: Table): FindAppeals => ({
  findAppeals: async (refs) => table.readable(await table.getAll(refs.map(appealKey)), itemToAppeal),
});

/** One transaction: the appeal, a check that the comment is as it was read, and the queue's count. */
export const createAppeals = (table: Table): SaveAppeal => ({
  saveAppeal: async (appeal, comment) => {
    const { site, article, id, version } = comment;
    const unmet = await transact(table, [
      { Put: putOf(table, appealToItem(appeal, comment), [['pk', 'absent']]) },
      { ConditionCheck: checkOf(table, commentKey(site, article, id), [VERSION, '=', version]) },
      ...countAppeals(table, site, appeal.listedAs === undefined ? 0 : 1),
    ]);
    if (!unmet) return 'saved';
    return unmet.parts.has(0) ? 'known' : 'changed';
  },
});

/** Entering or leaving the queue changes its count. */
export const countAppeals = (table: Table, site: string, appeals: -1 | 0 | 1): TransactWriteItem[] =>
  appeals === 0 ? [] : [{ Update: updateOf(table, queueCountsKey(site), { add: { appeals, changes: 1 } }) }];
