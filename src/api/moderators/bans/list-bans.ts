import * as z from 'zod';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { ban } from '../../views/ban-view.ts';

export const route = 'GET /v1/sites/{site}/admin/bans';
export const roles = moderators;
export const reply = () => z.object({ bans: z.array(ban) }).meta({ id: 'Bans' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Bans and the allow-list',
  responses: { '200': jsonOf(reply(), 'All that are in force, newest first; at most 2,000') },
});
