import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { policyNow } from '../../moderator-shapes.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { admins } from '../../roles.ts';
import { note } from '../change-policy.ts';

export const route = 'POST /v1/sites/{site}/admin/policy/rollback';
export const roles = admins;

/** `to` is brought back; `version` is the one that was looked at. */
export const body = () =>
  z
    .strictObject({
      to: z.int().min(1),
      version: z.int().min(0).exactOptional(),
      note: note().exactOptional(),
    })
    .meta({ id: 'PolicyRollback' });

export const refusals = [
  'policy-version-not-found',
  'invalid-fields',
  'changed-meanwhile',
] as const satisfies readonly RefusalCode[];

export const reply = () => policyNow;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Bring an earlier policy back',
  description: 'It becomes the next version, and its fixtures are judged like those of any other.',
  responses: { '200': jsonOf(reply(), 'As it is now') },
});
