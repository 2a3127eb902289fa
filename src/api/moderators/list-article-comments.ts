import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { statuses } from '../../comment/status.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { judged } from '../moderator-shapes.ts';
import { jsonOf } from '../openapi-parts.ts';
import { page } from '../page-query.ts';
import { moderators } from '../roles.ts';
import { byline, next, thread } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/comments';
export const roles = moderators;
export const query = () =>
  z.strictObject({ article: articleId, ...page, status: z.enum(statuses).exactOptional() });
export const refusals = [
  'site-not-found',
  'not-a-moderator',
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const comment = z
    .object({ ...judged, thread, status: z.enum(statuses), author: z.object(byline) })
    .meta({ id: 'ArticleComment', description: 'A comment as its moderators see it on its article' });
  return z.object({ article: z.string(), comments: z.array(comment), next }).meta({ id: 'ArticleComments' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "An article's comments in every state",
  responses: { '200': jsonOf(reply(), 'A page of comments') },
});
