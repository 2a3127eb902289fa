import * as z from 'zod';
import { expectations } from '../../../comment/policies/policy-document.ts';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { page } from '../../page-query.ts';
import { policyDocument } from '../../policy/policy-document-schema.ts';
import { admins } from '../../roles.ts';
import { count, id, next, time } from '../../shapes.ts';
import { bodyBytesMax as policyBytesMax } from '../change-policy.ts';

export const route = 'POST /v1/sites/{site}/admin/policy/backtest';
export const roles = admins;
export const bodyBytesMax = policyBytesMax;
/** Comments of one request. */
const LIMIT_MAX = 100;

export const body = () =>
  z
    .strictObject({
      policy: policyDocument,
      limit: z.int().min(1).max(LIMIT_MAX).default(LIMIT_MAX),
      cursor: page.cursor,
    })
    .meta({ id: 'PolicyBacktest' });

export const refusals = ['invalid-cursor', 'invalid-fields'] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const decision = z.enum(['approve', 'reject', 'spam']);
  const verdict = z.enum(expectations);
  const wrong = z.object({
    ...{ id, article: z.string(), author: z.string(), excerpt: z.string() },
    ...{ decision, decidedAt: time, by: z.string().nullable(), verdict },
    because: z
      .array(z.string())
      .meta({ description: 'Of the checks that would object, for people, in the language asked for' }),
  });
  return z
    .object({
      counts: z.array(z.object({ decision, verdict, count })).meta({
        description: 'How many comments by what a person decided and what the policy would make of them',
      }),
      wrong: z.array(wrong).meta({
        description: 'Approved ones that the policy would not publish, and refused ones that it would',
      }),
      replayed: z.array(z.string()).meta({ description: 'The checks that are run again' }),
      notReplayed: z.array(z.string()).meta({
        description: 'The checks that are not: what they look at is not kept, or was true at its time only',
      }),
      examined: count.meta({ description: 'Decisions looked at, of the last 30 days' }),
      next,
    })
    .meta({ id: 'BacktestPage' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Try a policy on comments that people decided on',
  description:
    'Judges the comments that moderators decided on last, newest first, a page of them, by what their authors wrote. It changes nothing. What the site’s filter learned from these very decisions is left out.',
  responses: { '200': jsonOf(reply(), 'What it would make of them') },
});
