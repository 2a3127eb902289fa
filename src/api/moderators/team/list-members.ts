import * as z from 'zod';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { teamMember } from '../../team/member-shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/members';
export const roles = moderators;
export const reply = () => z.object({ members: z.array(teamMember) }).meta({ id: 'Team' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'The team, and who is invited to it',
  responses: { '200': jsonOf(reply(), 'Oldest first') },
});
