import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { admins } from '../../roles.ts';
import { memberId, memberName, role, teamMember } from '../../team/member-shapes.ts';

export const route = 'PATCH /v1/sites/{site}/admin/members/{member}';
export const roles = admins;
export const params = () => z.object({ member: memberId });

/** `version` is the one that was looked at. */
export const body = () =>
  z
    .strictObject({
      version: z.int().min(0).exactOptional(),
      role: role.exactOptional(),
      name: memberName().exactOptional(),
    })
    .refine((changes) => changes.role !== undefined || changes.name !== undefined, {
      path: ['role'],
      error: 'Give role or name.',
    })
    .meta({ id: 'MemberChange' });

export const refusals = [
  'route-not-found',
  'member-not-found',
  'last-admin',
  'changed-meanwhile',
  'invalid-fields',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ member: teamMember }).meta({ id: 'ChangedMember' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Give a member another role or name',
  description:
    'The last admin stays one. A name of another member or of somebody invited is refused. Who changes an older version hears how the member stands now.',
  responses: { '200': jsonOf(reply(), 'As they are now') },
});
