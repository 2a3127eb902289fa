import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { page } from '../../page-query.ts';
import { moderators } from '../../roles.ts';
import { next, time } from '../../shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/policy/history';
export const roles = moderators;
export const query = () => z.strictObject({ cursor: page.cursor });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const version = z
    .object({
      version: z.int().min(1),
      at: time,
      by: z.string().meta({ description: 'The member who saved it; `command` for the operator' }),
      name: z.string().nullable().meta({ description: 'As others know the member' }),
      note: z.string().nullable(),
      restored: z.int().nullable().meta({ description: 'The version that this one brought back' }),
      changed: z
        .array(z.string())
        .meta({ description: 'Settings that differ from the version before, the first few' }),
    })
    .meta({ id: 'PolicyVersion' });
  return z.object({ versions: z.array(version), next }).meta({ id: 'PolicyHistory' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "The versions of the site's policy, newest first",
  description: 'A version is read by `GET .../admin/policy?version=`, and brought back by a rollback.',
  responses: { '200': jsonOf(reply(), 'A page of the history') },
});
