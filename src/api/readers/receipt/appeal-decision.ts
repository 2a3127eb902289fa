import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { prose } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { formsOf, fromPage, receipt } from '../../receipts/receipt-shapes.ts';

export { params } from '../show-receipt.ts';

export const route = 'POST /r/{receipt}/appeal';

/** Characters of an appeal: what a moderator reads in a minute. */
export const APPEAL_MAX = 1_000;

export const body = () =>
  z
    .strictObject({ text: prose(APPEAL_MAX).exactOptional() })
    .meta({ id: 'Appeal', examples: [{ text: 'Je répondais au dernier paragraphe de l’article.' }] });

export const refusals = [
  'already-appealed',
  'body-too-large',
  'changed-meanwhile',
  'comment-erased',
  'invalid-body',
  'invalid-fields',
  'nothing-to-appeal',
  'origin-not-allowed',
  'receipt-not-found',
  'unsupported-media-type',
] as const satisfies readonly RefusalCode[];

export const reply = () => receipt;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Ask the moderators to look at a comment again, by its author',
  description: 'Once for each comment. The answer is on the receipt.',
  forms: formsOf(z.object({ text: z.string().max(APPEAL_MAX).optional() })),
  responses: { '202': jsonOf(reply(), 'The comment, with the appeal'), '303': fromPage },
  refusesByPage: true,
});
