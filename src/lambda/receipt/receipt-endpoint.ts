import { chain } from '../chain.ts';
import { answer } from '../middleware/answer.ts';
import { checkOrigin } from '../middleware/check-origin.ts';
import { cors } from '../middleware/cors.ts';
import { type OpenReceiptDeps, openReceipt } from './open-receipt.ts';
import { ownComment } from './own-comment.ts';
import { receiptRefusals } from './receipt-refusals.ts';
import type { ReceiptDeps } from './show-receipt.ts';

/** The way in of whatever changes something by a receipt. @param options whether what is left of an erased comment will do */
export const receiptEndpoint = (
  app: ReceiptDeps & OpenReceiptDeps,
  options: { readonly erased?: boolean } = {},
) =>
  chain(cors(), answer(), receiptRefusals(app))
    .with(openReceipt(app))
    .with(checkOrigin(app.baseUrl, { forms: true }))
    .with(ownComment(app, options));
