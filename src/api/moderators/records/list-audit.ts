import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { articleId } from '../../fields/article-id.ts';
import { commentId } from '../../fields/fields.ts';
import { headersOf, jsonOf } from '../../openapi-parts.ts';
import { page } from '../../page-query.ts';
import { moderators } from '../../roles.ts';
import { id, next, time } from '../../shapes.ts';

export const route = 'GET /v1/sites/{site}/admin/audit';
export const roles = moderators;

const WORD_MAX = 100;
const moment = () =>
  z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'It must be a day (2026-03-04) or a moment of RFC 3339.',
  });

/** A day as `since` is its beginning, as `until` its end; both in UTC. */
export const query = () =>
  z.strictObject({
    cursor: page.cursor,
    limit: page.limit,
    article: articleId.exactOptional(),
    comment: commentId.exactOptional(),
    by: z.string().min(1).max(WORD_MAX).exactOptional(),
    action: z
      .string()
      .regex(/^[a-z][a-z-]{0,59}$/, { error: 'It must be the name of an action.' })
      .exactOptional(),
    since: moment().exactOptional(),
    until: moment().exactOptional(),
    as: z
      .literal('csv')
      .exactOptional()
      .meta({ description: 'A table instead of JSON; `Link` leads to the next page' }),
  });
export const refusals = [
  'invalid-fields',
  'invalid-query',
  'invalid-cursor',
] as const satisfies readonly RefusalCode[];

export const reply = () => {
  const entry = z
    .object({
      at: time,
      by: z.string().meta({ description: 'The member who did it; `screening` and `retention` are machines' }),
      name: z.string().nullable().meta({ description: 'As others know the member' }),
      action: z.string(),
      article: z.string().nullable(),
      comment: id.nullable().meta({ description: 'The comment, also the one that a ban was made of' }),
      version: z.int().nullable().meta({ description: 'The version of the comment that it made' }),
      subject: z.string().nullable().meta({ description: 'What it was done to, where that is no comment' }),
      before: z.string().nullable(),
      after: z.string().nullable(),
      reason: z.string().nullable(),
      page: z
        .string()
        .nullable()
        .meta({ description: 'What an approval said of the author’s page: `show` or `hide`' }),
      policy: z.int().nullable().meta({ description: 'The version of the policy in force' }),
      batch: z.string().nullable().meta({ description: 'One name for all that one request did' }),
    })
    .meta({
      id: 'AuditEntry',
      description: 'Who did what, and when. It holds no texts, addresses or emails',
    });
  return z
    .object({
      entries: z.array(entry),
      next,
      examined: z.int().min(0).meta({ description: 'Events looked at for this page, at most 1000' }),
      partial: z.boolean().meta({ description: 'It ended before it was full; `next` goes on' }),
    })
    .meta({ id: 'AuditPage' });
};
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'What was done on the site, newest first',
  description: 'Of a day with over 300 changed articles, 300 at a time.',
  responses: {
    '200': {
      description: 'A page of the audit trail',
      headers: headersOf({ Link: 'The next page, rel="next"' }),
      content: {
        ...jsonOf(reply(), '').content,
        'text/csv': { schema: { type: 'string' as const } },
      },
    },
  },
});
