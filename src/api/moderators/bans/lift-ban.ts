import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';

export const route = 'DELETE /v1/sites/{site}/admin/bans/{ban}';
export const roles = moderators;
export const params = () =>
  z.object({ ban: z.string().regex(/^[aedn][\w-]{11}$/, { error: 'There is no such ban.' }) });
export const refusals = ['ban-not-found', 'route-not-found'] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ lifted: z.string() }).meta({ id: 'LiftedBan' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Lift a ban, or take somebody off the allow-list',
  description: 'Felt everywhere within a minute.',
  responses: { '200': jsonOf(reply(), 'The id of what is gone') },
});
