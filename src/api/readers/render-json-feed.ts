import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { cachedAs, conditional } from '../openapi-parts.ts';
import { feedQuery } from '../page-query.ts';
import { address, time } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/comments.json';
export const cache = { forS: 10, staleS: 60 };
export const query = () => feedQuery;
export const refusals = ['invalid-fields', 'invalid-query'] as const satisfies readonly RefusalCode[];

const item = () =>
  z.object({
    id: z.string().meta({ description: 'The same as in the Atom feed' }),
    url: address,
    title: z.string(),
    content_html: z.string(),
    content_text: z.string(),
    date_published: time,
    date_modified: time,
    authors: z.array(z.object({ name: z.string() })),
  });

export const reply = () =>
  z
    .object({
      version: z.literal('https://jsonfeed.org/version/1.1'),
      title: z.string(),
      home_page_url: address.exactOptional(),
      feed_url: address,
      language: z.string(),
      items: z.array(item()),
    })
    .meta({ id: 'JsonFeed', description: 'JSON Feed 1.1' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'The same as a JSON Feed',
  parameters: { header: conditional },
  responses: cachedAs('application/feed+json', reply(), 'The feed'),
});
