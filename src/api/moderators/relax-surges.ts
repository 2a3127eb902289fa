import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { jsonOf } from '../openapi-parts.ts';
import { admins } from '../roles.ts';
import { surges } from '../views/surge-shape.ts';

export const route = 'DELETE /v1/sites/{site}/admin/surges';
export const roles = admins;
export const refusals = ['changed-meanwhile'] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ ended: surges }).meta({ id: 'EndedSurges' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'End all surges now',
  description:
    'Felt everywhere within a minute. What came in before starts no other; spam that comes in afterwards may.',
  responses: { '200': jsonOf(reply(), 'Those that were ended') },
});
