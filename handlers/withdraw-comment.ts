import { receiptApp } from '../src/app.ts';
import { receiptEndpoint } from '../src/lambda/receipt/receipt-endpoint.ts';
import { answerReceipt } from '../src/lambda/receipt/show-receipt.ts';
import { withdrawComment } from '../src/use-cases/withdraw-comment.ts';

const app = receiptApp();

export const handler = receiptEndpoint(app).handler(async (known) => {
  const { site, own } = known;
  const context = { site, now: app.now(), batch: app.newBatch() };
  return answerReceipt(app, known, await withdrawComment(app, own, context));
});
