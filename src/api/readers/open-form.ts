import * as z from 'zod';
import { articleModes } from '../../comment/article.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { jsonOf } from '../openapi-parts.ts';
import { articleQuery } from '../page-query.ts';
import { time } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/form';
export const query = () => articleQuery;
export const refusals = [
  'site-not-found',
  'invalid-fields',
  'invalid-query',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({ formToken: z.string(), expiresAt: time, mode: z.enum(articleModes) })
    .meta({ id: 'Form', description: 'To be sent back with the comment, once' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'A token for a form about to be shown',
  responses: { '200': jsonOf(reply(), 'For one comment') },
});
