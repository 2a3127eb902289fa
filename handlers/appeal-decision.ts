import { body } from '../src/api/readers/receipt/appeal-decision.ts';
import { appealsApp } from '../src/app.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { readGiven } from '../src/lambda/receipt/read-given.ts';
import { receiptEndpoint } from '../src/lambda/receipt/receipt-endpoint.ts';
import { answerReceipt } from '../src/lambda/receipt/show-receipt.ts';
import { appealDecision } from '../src/use-cases/appeal-decision.ts';

const app = appealsApp();

export const handler = receiptEndpoint(app)
  .with(readBody({ forms: true }))
  .with(readGiven(body, ['text']))
  .handler(async (known) => {
    const { own, given } = known;
    await appealDecision(app, own, given, app.now());
    return answerReceipt(app, known, own, 202);
  });
