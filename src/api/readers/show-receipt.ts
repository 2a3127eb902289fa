import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { ReplyOf } from '../contract.ts';
import { opaque } from '../fields/fields.ts';
import { jsonOf, page } from '../openapi-parts.ts';
import { receipt } from '../receipts/receipt-shapes.ts';

export const route = 'GET /r/{receipt}';
export const params = () => z.object({ receipt: opaque(600) });
export const refusals = ['comment-erased', 'receipt-not-found'] as const satisfies readonly RefusalCode[];

export const reply = () => receipt;
export type Reply = ReplyOf<typeof reply>;

export const document = () => {
  const answer = jsonOf(reply(), 'The comment');
  return {
    summary: 'What became of a comment, for its author',
    responses: { '200': { ...answer, content: { ...answer.content, ...page('').content } } },
    refusesByPage: true,
  };
};
