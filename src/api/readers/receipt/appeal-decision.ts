import * as z from 'zod';
import { NOTE_MAX } from '../../../comment/limits.ts';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { prose } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { formsOf, fromPage, receipt } from '../../receipts/receipt-shapes.ts';

export { params } from '../show-receipt.ts';

export const route = 'POST /r/{receipt}/appeal';

export const body = () =>
  z
    .strictObject({ text: prose(NOTE_MAX).exactOptional() })
    .meta({ id: 'Appeal', examples: [{ text: 'Je répondais au dernier paragraphe de l’article.' }] });

export const refusals = [
  'already-appealed',
  'changed-meanwhile',
  'comment-erased',
  'invalid-fields',
  'nothing-to-appeal',
  'receipt-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () => receipt;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Ask the moderators to look at a comment again, by its author',
  description:
    'Once for each comment, and the same again until it is answered changes nothing; of one that waits, from a day on. The answer is on the receipt.',
  forms: formsOf(z.object({ text: z.string().max(NOTE_MAX).optional() })),
  responses: { '202': jsonOf(reply(), 'The comment, with the appeal'), '303': fromPage },
  refusesByPage: true,
});
