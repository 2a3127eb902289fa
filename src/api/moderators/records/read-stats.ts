import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import { agreements } from '../../../screening/filter/site/audit.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { count } from '../../shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/stats';
export const roles = moderators;

const DAYS = 30;
const DAYS_MAX = 366;

/** The schema reads the digits of a query as text; in the API document they are a number. */
const asNumber = ({ jsonSchema }: { jsonSchema: { pattern?: string } }) => {
  delete jsonSchema.pattern;
  Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: DAYS_MAX, default: DAYS });
};

/** The last days, today among them. */
export const query = () =>
  z.strictObject({
    days: z
      .string()
      .regex(/^(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])$/, {
        error: `It must be a whole number from 1 to ${DAYS_MAX}.`,
      })
      .transform(Number)
      .default(DAYS)
      .meta({ override: asNumber }),
  });
export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const share = z.number().min(0).max(1).nullable();
  const counts = z.record(z.string(), count);
  const day = z.object({ day: z.iso.date(), published: count, held: count, spam: count, decisions: count });
  const member = z.object({ id: z.string(), name: z.string().nullable(), decisions: count });
  const seconds = z.number().min(0).nullable();
  return z
    .object({
      days: z.array(day).meta({
        description: 'Every day asked for, oldest first, in UTC: how screening judged what came in',
      }),
      comments: count.meta({ description: 'How many came in' }),
      spamShare: share.meta({ description: 'How many of them screening took for spam' }),
      actions: counts.meta({ description: 'What moderators did, by the name of the action' }),
      reasons: counts.meta({ description: 'Why they refused' }),
      waiting: z.object({ decisions: count, medianS: seconds, ninetyS: seconds }).meta({
        description:
          'Seconds that held comments waited for their decision: half of them, nine of ten; right to 12 %',
      }),
      members: z.array(member).meta({ description: 'Decisions of each, most first' }),
      filter: z.partialRecord(z.enum(agreements), count).meta({
        description: 'Decisions by what the filter had said, as far back as the site’s memory goes',
      }),
    })
    .meta({
      id: 'Statistics',
      description: 'Counted as things happen; a minute late at most. A decision that was undone still counts',
    });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'What came in, what was decided, and how long that took',
  responses: { '200': jsonOf(reply(), 'Counts of the last days') },
});
