import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { EraseReport, ListOwn } from '../../receipt-store.ts';
import { textOf, toItem } from '../attributes.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { deleteOf } from '../expressions.ts';
import { AUTHOR_INDEX, COMMENT_PREFIX, REPORT_PREFIX, reportKey } from '../keys.ts';
import type { Clock } from '../learning/memories.ts';
import { isStoredStill, itemsBehind } from '../lists/items-behind.ts';
import { readPage } from '../lists/pages.ts';
import { itemToReport } from '../reports/report-items.ts';
import type { Table } from '../table.ts';

/** All that index `author` has of somebody. */
export const createOwnData = (table: Table, { now }: Clock): ListOwn & EraseReport => ({
  listOwn: async ({ site, author, order, limit, from }) => {
    const query = {
      IndexName: AUTHOR_INDEX,
      KeyConditionExpression: 'a = :a',
      ExpressionAttributeValues: toItem({ ':a': author }),
      ScanIndexForward: order === 'oldest',
    };
    const { items: entries, next } = await readPage(table, query, { limit, from });
    const items = (await itemsBehind(table, entries, site)).map(({ item }) => item);
    const stored = (prefix: string) =>
      items.filter((item) => textOf(item, 'sk').startsWith(prefix) && isStoredStill(item, now()));
    return {
      comments: table.readable(stored(COMMENT_PREFIX), itemToComment),
      reports: table.readable(stored(REPORT_PREFIX), itemToReport),
      ...(next === undefined ? {} : { next }),
    };
  },

  eraseReport: async (report) => {
    await table.send(new DeleteItemCommand(deleteOf(table, reportKey(report, report.reporter))));
  },
});
