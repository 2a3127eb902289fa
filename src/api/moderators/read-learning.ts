import type { ReplyOf } from '../contract.ts';
import { learning } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';

export const route = 'GET /v1/sites/{site}/admin/learning';
export const roles = moderators;
export const reply = () => learning;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "What the site learned from its moderators' decisions",
  responses: { '200': jsonOf(reply(), 'All of it') },
});
