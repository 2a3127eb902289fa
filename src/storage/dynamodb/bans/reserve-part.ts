import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { updateOf } from '../expressions.ts';
import { banListKey } from '../keys.ts';
import type { Table } from '../table.ts';
import { writeEntry } from './ban-items.ts';

/**
 * The part of a member's transaction that reserves names and e-mail addresses for them, or frees them again. It stands beside the bans, so
 * that submissions read both at once. It does not check the list's version, since it changes no ban.
 * @param add ids that `reservedIds` makes
 */
export const reservePart = (
  table: Table,
  site: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): TransactWriteItem => ({
  Update: updateOf(table, banListKey(site), {
    set: Object.fromEntries(add.map((id) => [id, writeEntry({ effect: 'reserve' })])),
    remove,
  }),
});
