import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { time } from '../../shapes.ts';

export const route = 'POST /v1/sites/{site}/admin/feed';
export const roles = moderators;
/** An empty object. */
export const body = () => z.strictObject({});

export const refusals = [
  'invalid-fields',
  'member-not-found',
  'changed-meanwhile',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ url: z.url(), since: time }).meta({ id: 'NewFeed' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'A private feed of what waits, at an address of its own',
  description:
    'Whoever has the address reads excerpts of what waits, for as long as you are on the team. It is told this once. An earlier address stops working.',
  responses: { '201': jsonOf(reply(), 'The address') },
});
