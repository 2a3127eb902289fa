import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { cachedAs, conditional } from '../openapi-parts.ts';
import { articlePage, asPage } from '../page-query.ts';
import { address, count, time } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/comments.jsonld';
export const cache = { forS: 10, staleS: 60 };
/** The page of comments that it describes: what the fragment was asked, and its cursor. */
export const query = () => articlePage.extend({ page: asPage.page });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

const node = () =>
  z.looseObject({
    '@type': z.literal('Comment'),
    '@id': address,
    url: address,
    text: z.string().exactOptional(),
    datePublished: time.exactOptional(),
    creativeWorkStatus: z
      .literal('Deleted')
      .exactOptional()
      .meta({ description: 'Nothing is left but the place of a comment that has replies' }),
  });

export const reply = () =>
  z
    .object({
      '@context': z.literal('https://schema.org'),
      '@type': z.literal('Article'),
      '@id': address,
      url: address,
      headline: z.string().exactOptional(),
      commentCount: count,
      comment: z.array(node()),
    })
    .meta({ id: 'LinkedData', description: 'JSON-LD by schema.org; replies stand in what they answer' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'A page of comments as JSON-LD, for search engines',
  description:
    'Describes what `comments.html` shows for the same query. It may stand in a `script` element of type `application/ld+json` as it is.',
  parameters: { header: conditional },
  responses: cachedAs('application/ld+json', reply(), 'The comments, under their article'),
});
