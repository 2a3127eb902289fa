import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { conditional, jsonOf, listed, unchanged } from '../openapi-parts.ts';
import { articlePage } from '../page-query.ts';
import { comment, count, next } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/comments';
export const cache = { forS: 10, staleS: 60 };
export const query = () => articlePage;
export const refusals = [
  'site-not-found',
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({ article: z.string(), count, comments: z.array(comment), next })
    .meta({ id: 'CommentList', description: 'Whole threads in order; `count` is of all pages' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Published comments, whole threads in order',
  parameters: { header: conditional },
  responses: { '200': jsonOf(reply(), 'A page of comments', listed), '304': unchanged },
});
