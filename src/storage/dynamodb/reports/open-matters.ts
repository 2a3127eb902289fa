import type { CommentId } from '../../../comment/comment.ts';
import type { ListOpenMatters } from '../../report-store.ts';
import { type Item, textOf, toItem } from '../attributes.ts';
import { APPEAL_PREFIX, articlePartition, REPORT_PREFIX, reportsKey } from '../keys.ts';
import { readAll } from '../lists/pages.ts';
import { appealIdOf, reportIdOf } from '../read-keys.ts';
import type { Table } from '../table.ts';

/** Sums of reports, and appeals that wait for an answer, of one article. */
export const createOpenMatters = (table: Table): ListOpenMatters => ({
  listOpenMatters: async (site, article) => {
    const under = (prefix: string) =>
      readAll(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: toItem({ ':pk': articlePartition(site, article), ':prefix': prefix }),
        ConsistentRead: true,
      });
    const [reports, appeals] = await Promise.all([under(REPORT_PREFIX), under(APPEAL_PREFIX)]);
    const isSum = (item: Item) => textOf(item, 'sk') === reportsKey({ site, article, id: reported(item) }).sk;
    const isListed = (item: Item) => item.v !== undefined;
    return [
      ...reports.filter(isSum).map((item) => ({ kind: 'reports' as const, comment: reported(item) })),
      ...appeals
        .filter(isListed)
        .map((item) => ({ kind: 'appeal' as const, comment: appealIdOf(textOf(item, 'sk')) })),
    ];
  },
});

const reported = (item: Item): CommentId => reportIdOf(textOf(item, 'sk'));
