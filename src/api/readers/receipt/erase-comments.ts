import * as z from 'zod';
import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { opaque } from '../../fields/fields.ts';
import { jsonOf, page } from '../../openapi-parts.ts';
import { formsOf } from '../../receipts/receipt-shapes.ts';
import { count } from '../../shapes.ts';

export { params } from '../show-receipt.ts';

export const route = 'POST /r/{receipt}/erase';

export const body = () =>
  z
    .strictObject({
      visitor: opaque(600).exactOptional().meta({
        description:
          'The proof of the comment’s author: then all of their comments on the site, and their reports of others’, are erased, 100 at a time. Another’s is refused, and nothing erased',
      }),
    })
    .meta({ id: 'Erasure', examples: [{}] });

export const refusals = [
  'changed-meanwhile',
  'comment-erased',
  'invalid-fields',
  'receipt-not-found',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({
      erased: count,
      more: z.boolean().meta({ description: 'Whether there are more: the same request goes on' }),
    })
    .meta({ id: 'Erased' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Erase a comment, by its author',
  description:
    'At any time, whatever its status: its text, the name and all that came with it. What answers it stays. Its receipt is 410 from then on.',
  forms: formsOf(z.object({ confirm: z.literal('yes').optional(), all: z.literal('yes').optional() })),
  responses: {
    '200': {
      ...jsonOf(reply(), 'How many were erased'),
      content: { ...jsonOf(reply(), '').content, ...page('').content },
    },
  },
  refusesByPage: true,
});
