import * as z from 'zod';
import type { Queue } from '../../comment/queue.ts';
import type { ReplyOf } from '../contract.ts';
import { conditional, jsonOf, listed, unchanged } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';
import { count, time } from '../shapes.ts';
import { surges } from '../views/surge-shape.ts';

export const route = 'GET /v1/sites/{site}/admin/queues';
export const roles = moderators;
export const reply = () => {
  const state = z.object({
    count,
    oldestAt: time.nullable(),
    oldestAgeS: z.number().min(0).nullable(),
  });
  const spam = state.extend({
    blatant: count.meta({
      description:
        'In no queue: two checks found it. Listed by article, with `status=spam`, until it expires',
    }),
  });
  const queues = { pending: state, reported: state, spam, appeals: state } satisfies Readonly<
    Record<Queue, z.ZodType>
  >;
  return z
    .object({ queues: z.object(queues), lastDecisionAt: time.nullable(), surges })
    .meta({ id: 'Queues' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'How many comments wait where, how long, and surges of spam',
  description:
    'To ask often, send the `ETag` back as `If-None-Match`: nothing was counted since while the answer is 304. Browsers do so by themselves.',
  parameters: { header: conditional },
  responses: { '200': jsonOf(reply(), 'Every queue', { ETag: listed.ETag }), '304': unchanged },
});
