import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { conditional, headersOf, jsonOf, listed, unchanged } from '../openapi-parts.ts';
import { articlePage } from '../page-query.ts';
import { comment, count, next, previous } from '../shapes.ts';

export const route = 'GET /v1/sites/{site}/comments';
export const cache = { forS: 10, staleS: 60 };
export const query = () => articlePage;
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

const placed = () =>
  comment
    .extend({
      depth: z.int().min(1).meta({ description: 'How deep it is drawn: 1 for a first comment' }),
      identicon: z.string().nullable().meta({
        description:
          'The same for all comments of one author on a site, to draw something from; null where the policy draws nothing',
      }),
    })
    .meta({ id: 'PlacedComment', description: 'A comment in its place of a list' });

export const reply = () =>
  z
    .object({
      article: z.string(),
      count,
      closed: z.boolean().meta({ description: 'Whether the article takes comments no more' }),
      depthMax: z.int().min(2).meta({ description: 'How deep replies are drawn' }),
      timeZone: z.string().meta({ description: 'By whose clock the site shows times, an IANA name' }),
      comments: z.array(placed()),
      next,
      previous,
    })
    .meta({
      id: 'CommentList',
      description:
        'Whole threads in order, each comment before its replies; `count` is of all pages. A thread longer than a page begins with its first comment and goes on on the next, in either order',
    });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Published comments, whole threads in order',
  parameters: { header: conditional },
  responses: {
    '200': jsonOf(reply(), 'A page of comments', listed),
    '303': {
      description: 'A browser that is refused: to the page',
      headers: headersOf({ Location: 'The page of the same list' }),
    },
    '304': unchanged,
  },
});
