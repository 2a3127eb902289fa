import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';

export const route = 'POST /v1/sites/{site}/admin/reporters';
export const roles = moderators;

/** `reporter` is the pseudonym that a report has. */
export const body = () => {
  const reporter = z
    .string()
    .regex(/^\d{1,4}:[\w-]{22}$/, { error: 'It must be the pseudonym of a reporter.' });
  return z.strictObject({ reporter, muted: z.boolean() }).meta({ id: 'MutedReporter' });
};

export const refusals = ['invalid-fields'] as const satisfies readonly RefusalCode[];

export const reply = () => body();
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Let somebody’s reports count nothing, or count again',
  description:
    'From the next report on, for a year. Whoever is muted is answered as before. The audit trail names them by a digest that stands nowhere else.',
  responses: { '200': jsonOf(reply(), 'As it is now') },
});
