import * as z from 'zod';
import { reportReasons } from '../../../comment/abuse/report-reason.ts';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { commentId } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { articleQuery } from '../../page-query.ts';
import { moderators } from '../../roles.ts';
import { count, time } from '../../shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/reports';
export const roles = moderators;
export const query = () => articleQuery.extend({ comment: commentId });
export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const report = z.object({
    reporter: z.string().meta({ description: 'A pseudonym, by which the reporter can be muted' }),
    reason: z.enum(reportReasons),
    note: z.string().nullable(),
    at: time,
    weight: z.number().min(0).max(2).meta({ description: 'What it counted' }),
    answered: z.boolean().meta({ description: 'Whether a moderator has decided on the comment since' }),
    agreed: count.meta({ description: 'Reports of theirs that were followed by a refusal' }),
    refused: count.meta({ description: 'Reports of theirs that were followed by an approval' }),
    muted: z.boolean(),
  });
  return z.object({ reports: z.array(report) }).meta({ id: 'Reports' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Who reported a comment, and why',
  responses: { '200': jsonOf(reply(), 'Oldest first, at most 100, as long as the policy keeps networks') },
});
