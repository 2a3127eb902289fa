import { receiptApp } from '../src/app.ts';
import { chain } from '../src/lambda/chain.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { cors } from '../src/lambda/middleware/cors.ts';
import { openReceipt } from '../src/lambda/receipt/open-receipt.ts';
import { ownComment } from '../src/lambda/receipt/own-comment.ts';
import { receiptRefusals } from '../src/lambda/receipt/receipt-refusals.ts';
import { showReceipt } from '../src/lambda/receipt/show-receipt.ts';

const app = receiptApp();

export const handler = chain(cors(), answer(), receiptRefusals(app))
  .with(openReceipt(app))
  .with(ownComment(app))
  .handler(async (known) => showReceipt(app, known, known.own));
