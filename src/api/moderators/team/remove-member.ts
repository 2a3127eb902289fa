import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { admins } from '../../roles.ts';
import { memberId } from '../../team/member-shapes.ts';

export const route = 'DELETE /v1/sites/{site}/admin/members/{member}';
export const roles = admins;
export const params = () => z.object({ member: memberId });
/** `version` is the one that was looked at. */
export const query = () =>
  z.strictObject({
    version: z
      .string()
      .regex(/^\d{1,9}$/, { error: 'It must be a whole number.' })
      .transform(Number)
      .meta({ override: ({ jsonSchema }) => Object.assign(jsonSchema, { type: 'integer', minimum: 0 }) })
      .exactOptional(),
  });

export const refusals = [
  'route-not-found',
  'invalid-query',
  'invalid-fields',
  'member-not-found',
  'last-admin',
  'changed-meanwhile',
  'invitation-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z.object({ id: z.string(), status: z.literal('removed') }).meta({ id: 'RemovedMember' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Take somebody off the team, or take an invitation back',
  description: 'Felt at once: the next call of who was removed is refused. The last admin stays.',
  responses: { '200': jsonOf(reply(), 'Removed') },
});
