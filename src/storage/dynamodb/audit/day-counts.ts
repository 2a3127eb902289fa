import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { DAY_MS, DAYS_KEPT } from '../../../comment/time.ts';
import type { DayCounts } from '../../../moderation/day-counts.ts';
import type { ReadDayCounts } from '../../audit-store.ts';
import { type Item, numberOf, textOf, toItem } from '../attributes.ts';
import { EXPIRES_AT, toSeconds } from '../codecs/expiry.ts';
import { updateOf } from '../expressions.ts';
import { dayCountsKey } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import type { Table } from '../table.ts';

const OTHERS = new Set(['pk', 'sk', EXPIRES_AT]);

/** The part of a transaction that adds to a day's counts. */
export const countPart = (table: Table, { site, day, counts }: DayCounts): TransactWriteItem => ({
  Update: updateOf(table, dayCountsKey(site, day), {
    add: counts,
    set: { [EXPIRES_AT]: toSeconds(Date.parse(day) + DAYS_KEPT * DAY_MS) },
  }),
});

/** A day weighs 1 KB or so. */
export const createDayCounts = (table: Table): ReadDayCounts => ({
  readDayCounts: async (site, from, until) => {
    const items = await readAll(table, {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      ExpressionAttributeValues: toItem({ ':pk': dayCountsKey(site, '').pk, ':from': from, ':until': until }),
    });
    return table.readable(items, (item) => itemToCounts(site, item));
  },
});

const itemToCounts = (site: string, item: Item): DayCounts => ({
  site,
  day: textOf(item, 'sk'),
  counts: Object.fromEntries(
    Object.keys(item)
      .filter((name) => !OTHERS.has(name))
      .map((name) => [name, numberOf(item, name)]),
  ),
});
