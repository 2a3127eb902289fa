import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import { statuses } from '../../comment/status.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';
import { rowQuery } from '../rows/row-query.ts';
import { articleComment, searched } from '../rows/row-shapes.ts';
import { REQUIRED } from '../sentences.ts';

export const route = 'GET /v1/sites/{site}/admin/comments';
export const roles = moderators;
/** Comments of an article, of an author, or of the last 30 days that hold some words or a link. */
export const query = () =>
  z
    .strictObject({
      ...rowQuery,
      article: articleId.exactOptional(),
      status: z.enum(statuses).exactOptional(),
    })
    .refine(({ article, author, q, link }) => [article, author, q, link].some((one) => one !== undefined), {
      path: ['article'],
      error: REQUIRED,
    });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object(searched(articleComment())).meta({ id: 'FoundComments' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Comments in every state: of an article, of an author, or by words or a link',
  description:
    'Words and links are looked for in one article, in what one author wrote, or in the last 30 days of the site, the newest day first.',
  responses: { '200': jsonOf(reply(), 'A page of comments') },
});
