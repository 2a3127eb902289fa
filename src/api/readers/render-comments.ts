import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { articleId } from '../fields/article-id.ts';
import { conditional, headersOf, listed, page, unchanged } from '../openapi-parts.ts';
import { articlePage, asPage } from '../page-query.ts';

export const route = 'GET /v1/sites/{site}/comments.html';
export const cache = { forS: 10, staleS: 60 };
export const query = () =>
  articlePage.extend(asPage).extend({
    article: articleId.exactOptional().meta({
      description: 'Without it the site’s newest comments, up to `limit`; there are no other pages of them',
    }),
    closed: z.literal('yes').exactOptional().meta({
      description:
        'The publisher’s page takes no comments: drawn as a closed article, without ways to write. The article’s mode closes it for good',
    }),
  });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'The same as a fragment of HTML, or as a page',
  parameters: { header: conditional },
  responses: {
    '200': { ...page('A page of comments'), headers: headersOf(listed) },
    '303': {
      description: 'To the whole page, for a browser that would show the fragment by itself',
      headers: headersOf({ Location: 'The same with `as=page`' }),
    },
    '304': unchanged,
  },
  refusesByPage: true,
});
