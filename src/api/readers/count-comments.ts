import * as z from 'zod';
import { COUNTED_MAX } from '../../comment/limits.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { cachedAs, conditional } from '../openapi-parts.ts';
import { count } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/counts';
/** Source: Coral keeps its counts for two minutes. */
export const cache = { forS: 60, staleS: 120 };

/** Each article is a parameter `article` of its own. */
export const query = () => z.object({ article: z.array(articleId).min(1).max(COUNTED_MAX) });
export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ counts: z.record(z.string(), count) }).meta({ id: 'Counts' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'How many comments articles have',
  parameters: { header: conditional },
  responses: cachedAs('application/json', reply(), 'By article, as asked'),
});
