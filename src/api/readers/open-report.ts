import type { RefusalCode } from '../../comment/refusal.ts';
import { commentId } from '../fields/fields.ts';
import { page } from '../openapi-parts.ts';
import { articleQuery, asPage, pageLanguage } from '../page-query.ts';

export const route = 'GET /v1/sites/{site}/report';
export const query = () => articleQuery.extend({ comment: commentId, page: asPage.page, ...pageLanguage });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'A page with a form to report a comment, for browsers without JavaScript',
  responses: { '200': page('The comment, and the form') },
  refusesByPage: true,
});
