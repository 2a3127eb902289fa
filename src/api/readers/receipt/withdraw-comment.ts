import type { RefusalCode } from '../../../comment/refusal.ts';
import type { ReplyOf } from '../../contract.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { fromPage, receipt } from '../../receipts/receipt-shapes.ts';

export { params } from '../show-receipt.ts';

export const route = 'DELETE /r/{receipt}';
export const byForm = 'POST /r/{receipt}/withdraw';
export const refusals = [
  'already-answered',
  'already-decided',
  'changed-meanwhile',
  'comment-erased',
  'receipt-not-found',
  'too-late',
] as const satisfies readonly RefusalCode[];

export const reply = () => receipt;
export type Reply = ReplyOf<typeof reply>;

export const document = () => ({
  summary: 'Withdraw a comment, by its author',
  description:
    'For 15 minutes, or until a published comment answers it. It is final; a second time changes nothing.',
  responses: { '200': jsonOf(reply(), 'The comment as it is now'), '303': fromPage },
  refusesByPage: true,
});
