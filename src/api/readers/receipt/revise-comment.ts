import * as z from 'zod';
import { TEXT_MAX } from '../../../comment/limits.ts';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { opaque, prose } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { formsOf, fromPage, receipt } from '../../receipts/receipt-shapes.ts';

export { params } from '../show-receipt.ts';

export const route = 'PATCH /r/{receipt}';
export const byForm = 'POST /r/{receipt}/edit';

export const body = () =>
  z
    .strictObject({
      text: prose(TEXT_MAX),
      version: opaque(40).exactOptional().meta({
        description:
          'Of the receipt that was read; with it the text of somebody who edited it since is not lost',
      }),
    })
    .meta({ id: 'Revision', examples: [{ text: 'Merci pour cette belle lecture.', version: 'p-1ab2c3d' }] });

export const refusals = [
  'already-answered',
  'already-decided',
  'article-closed',
  'changed-meanwhile',
  'comment-erased',
  'invalid-fields',
  'receipt-not-found',
  'too-late',
  'too-many-comments',
  'too-many-requests',
] as const satisfies readonly RefusalCode[];

export const reply = () => receipt;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Change the text of a comment, by its author',
  description:
    'For 15 minutes, or until a published comment answers it; a rejected comment stands as it was rejected. The new text is screened like the first: ' +
    'where a check objects the comment leaves the page until a moderator has looked, and an edit publishes nothing that waited.',
  forms: formsOf(z.object({ text: z.string(), version: z.string().exactOptional() })),
  responses: { '200': jsonOf(reply(), 'The comment as it is now'), '303': fromPage },
  refusesByPage: true,
});
