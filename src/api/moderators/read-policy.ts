import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { policyNow } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';

export const route = 'GET /v1/sites/{site}/admin/policy';
export const roles = moderators;
export const query = () =>
  z.strictObject({
    version: z
      .string()
      .regex(/^[1-9][0-9]{0,8}$/, { error: 'It must be the number of a version.' })
      .transform(Number)
      .exactOptional()
      .meta({ description: 'An earlier one of the history; without it, the one in force' }),
  });
export const refusals = [
  'policy-version-not-found',
  'invalid-fields',
  'invalid-query',
] as const satisfies readonly RefusalCode[];

export const reply = () => policyNow;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "The site's policy",
  responses: { '200': jsonOf(reply(), 'Whole, with its version') },
});
