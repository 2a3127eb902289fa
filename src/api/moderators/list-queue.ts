import * as z from 'zod';
import { queues } from '../../comment/queue.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import { queueOrders } from '../../storage/queue-store.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';
import { queueFilters, rowQuery } from '../rows/row-query.ts';
import { queuedComment, searched } from '../rows/row-shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/queues/{queue}';
export const roles = moderators;
/** `recent` is what was published or decided in 30 days, always the newest first. */
const lists = [...queues, 'recent'] as const;

export const params = () =>
  z.object({ queue: z.enum(lists, { error: `The queues are ${lists.join(', ')}.` }) });

/** Filters, words and order `urgent` look at most at 1,000 comments for a page. */
export const query = () =>
  z.strictObject({
    ...rowQuery,
    ...queueFilters,
    order: z.enum(queueOrders).default('oldest').meta({
      description: '`urgent` ranks by reports, age and doubt, among the thousand that wait longest',
    }),
    article: articleId.exactOptional(),
  });
export const refusals = [
  'route-not-found',
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object(searched(queuedComment())).meta({ id: 'QueuePage' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'One queue, with what checks objected to, its authors’ histories and the comments it answers',
  responses: { '200': jsonOf(reply(), 'A page of the queue') },
});
