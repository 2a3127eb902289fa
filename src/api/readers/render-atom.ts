import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { cachedAs, conditional } from '../openapi-parts.ts';
import { feedQuery } from '../page-query.ts';

export const route = 'GET /v1/sites/{site}/comments.atom';
export const cache = { forS: 10, staleS: 60 };
export const query = () => feedQuery;
export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'The newest published comments of an article or a site, as an Atom feed',
  description:
    'Up to 50, the newest first, in the language of the site. A site’s are of what was published in the last 30 days.',
  parameters: { header: conditional },
  responses: cachedAs('application/atom+xml', z.string(), 'The feed'),
});
