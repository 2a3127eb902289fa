import type { ReplyOf } from '../contract.ts';
import { learning } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { admins } from '../roles.ts';

export const route = 'DELETE /v1/sites/{site}/admin/learning';
export const roles = admins;
export const reply = () => learning;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Forget all that the site learned',
  description: 'Felt everywhere within a minute. The next decision is the first that it learns from again.',
  responses: { '200': jsonOf(reply(), 'As it is now') },
});
