import * as z from 'zod';
import { reportReasons } from '../../comment/abuse/report-reason.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { commentId, opaque, prose } from '../fields/fields.ts';
import { jsonOf, page } from '../openapi-parts.ts';
import { pageLanguage } from '../page-query.ts';

export const route = 'POST /v1/sites/{site}/reports';

/** Characters of a note: a sentence or two. */
export const NOTE_MAX = 500;

export const body = () =>
  z
    .strictObject({
      article: articleId,
      comment: commentId,
      reason: z.enum(reportReasons),
      note: prose(NOTE_MAX).exactOptional(),
      visitor: opaque(600)
        .exactOptional()
        .meta({ description: 'Of a comment of the same person; their earlier reports count for this one' }),
    })
    .meta({
      id: 'Report',
      examples: [{ article: 'lecture-42', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', reason: 'spam' }],
    });
export type GivenReport = z.output<ReturnType<typeof body>>;

export const refusals = [
  'comment-not-found',
  'too-many-reports',
  'invalid-fields',
] as const satisfies readonly RefusalCode[];

export const reply = () => z.object({ status: z.literal('received') }).meta({ id: 'ReportReceived' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => {
  const schema = formOf();
  return {
    summary: 'Report a published comment to its moderators',
    description:
      'As JSON, or as a form. One report of a reader or a network counts for one comment; a second is answered alike and changes nothing.',
    parameters: { query: z.object(pageLanguage) },
    forms: {
      'application/x-www-form-urlencoded': { schema },
      'multipart/form-data': { schema },
    },
    responses: {
      '200': page('After a form: that it came in'),
      '202': jsonOf(reply(), 'Received'),
    },
    refusesByPage: true,
  };
};

const formOf = () => {
  const { article, comment, reason } = body().shape;
  return z
    .object({
      article,
      comment,
      reason,
      note: z.string().max(NOTE_MAX).optional(),
      page: z.string().optional(),
    })
    .meta({ id: 'ReportForm' });
};
