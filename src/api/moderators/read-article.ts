import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { articleSettings } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { articleQuery } from '../page-query.ts';
import { moderators } from '../roles.ts';

export const route = 'GET /v1/sites/{site}/admin/article';
export const roles = moderators;
export const query = () => articleQuery;
export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

export const reply = () => articleSettings;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "An article's settings",
  responses: { '200': jsonOf(reply(), 'As they are; an article nobody commented on is open') },
});
