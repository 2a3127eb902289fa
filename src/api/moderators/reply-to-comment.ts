import * as z from 'zod';
import { TEXT_MAX } from '../../comment/limits.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import { statuses } from '../../comment/status.ts';
import type { ReplyOf } from '../contract.ts';
import { articleId } from '../fields/article-id.ts';
import { commentId, prose } from '../fields/fields.ts';
import { jsonOf } from '../openapi-parts.ts';
import { moderators } from '../roles.ts';
import { comment, id } from '../shapes.ts';

export const route = 'POST /v1/sites/{site}/admin/replies';
export const roles = moderators;

/** `approve` publishes what is answered in the same act; `version` is the one that was read. */
export const body = () =>
  z
    .strictObject({
      article: articleId,
      parent: commentId,
      text: prose(TEXT_MAX),
      approve: z.strictObject({ version: z.int().min(1) }).exactOptional(),
    })
    .meta({
      id: 'StaffReply',
      examples: [
        {
          ...{ article: 'lecture-42', parent: '01KJVN6A2HWZ3K0V5YB6Q8R9TD' },
          ...{ text: 'Merci, c’est corrigé.', approve: { version: 1 } },
        },
      ],
    });

export const refusals = [
  'invalid-fields',
  'already-decided',
  'changed-meanwhile',
  'comment-not-found',
  'parent-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({
      comment,
      answered: z
        .object({ comment: id, status: z.enum(statuses), version: z.int().min(1) })
        .meta({ description: 'The comment that it answers, as it is now' }),
      undo: z.string().meta({ description: 'Takes the reply off the page, and takes the approval back' }),
    })
    .meta({ id: 'Replied' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Answer a comment for the newsroom',
  description: 'Published at once, with a badge. What is answered must be published, or be approved with it.',
  responses: { '201': jsonOf(reply(), 'The reply') },
});
