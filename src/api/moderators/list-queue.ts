import * as z from 'zod';
import { queues } from '../../comment/queue.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { judged } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { page } from '../page-query.ts';
import { moderators } from '../roles.ts';
import { article, byline, count, next } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/queues/{queue}';
export const roles = moderators;
export const params = () =>
  z.object({ queue: z.enum(queues, { error: `The queues are ${queues.join(', ')}.` }) });

/** `reason` is the name of a check that objected or pointed something out. */
export const query = () =>
  z.strictObject({
    ...page,
    article: articleId.exactOptional(),
    reason: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,59}$/, { error: 'It must be the name of a check.' })
      .exactOptional(),
  });
export const refusals = [
  'site-not-found',
  'not-a-moderator',
  'route-not-found',
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const author = z.object({ ...byline, approved: count, refused: count });
  const comment = z
    .object({ ...judged, article, author })
    .meta({ id: 'QueuedComment', description: 'A comment as its moderators see it in a queue' });
  return z.object({ comments: z.array(comment), next }).meta({ id: 'QueuePage' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'One queue, with what every check found',
  responses: { '200': jsonOf(reply(), 'A page of the queue') },
});
