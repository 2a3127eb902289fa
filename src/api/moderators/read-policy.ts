import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { policyNow } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';

export const route = 'GET /v1/sites/{site}/admin/policy';
export const roles = moderators;
export const refusals = ['site-not-found', 'not-a-moderator'] as const satisfies readonly RefusalCode[];

export const reply = () => policyNow;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "The site's policy",
  responses: { '200': jsonOf(reply(), 'Whole, with its version') },
});
