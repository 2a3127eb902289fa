import * as z from 'zod';
import { TEXT_MAX } from '../../comment/limits.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import { statuses } from '../../comment/status.ts';
import type { ReplyOf } from '../contract.ts';
import { commentId, prose } from '../fields/fields.ts';
import { jsonOf } from '../openapi-parts.ts';
import { articleQuery } from '../page-query.ts';
import { moderators } from '../roles.ts';
import { id } from '../shapes.ts';

export const route = 'PATCH /v1/sites/{site}/admin/comments/{comment}';
export const roles = moderators;
export const params = () => z.object({ comment: commentId });
export const query = () => articleQuery;

/** `version` is the one that was read; without it, whatever the text is by now gives way. */
export const body = () =>
  z
    .strictObject({ version: z.int().min(1).exactOptional(), text: prose(TEXT_MAX) })
    .meta({ id: 'Edit', examples: [{ version: 2, text: 'Merci pour cette lecture.' }] });

export const refusals = [
  'route-not-found',
  'invalid-fields',
  'invalid-query',
  'already-decided',
  'changed-meanwhile',
  'comment-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({ article: z.string(), comment: id, status: z.enum(statuses), version: z.int().min(1) })
    .meta({ id: 'Edited' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: "Change a comment's text",
  description:
    'Readers are told that the newsroom edited it. The text as submitted is kept; no check runs again.',
  responses: { '200': jsonOf(reply(), 'The comment as it is now') },
});
