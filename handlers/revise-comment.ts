import { body } from '../src/api/readers/receipt/revise-comment.ts';
import { editsApp } from '../src/app.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { readGiven } from '../src/lambda/receipt/read-given.ts';
import { receiptEndpoint } from '../src/lambda/receipt/receipt-endpoint.ts';
import { requireText } from '../src/lambda/receipt/require-text.ts';
import { answerReceipt } from '../src/lambda/receipt/show-receipt.ts';
import { senderOf } from '../src/lambda/visitor-address.ts';
import { reviseComment } from '../src/use-cases/revise-comment.ts';

const app = editsApp();

export const handler = receiptEndpoint(app)
  .with(readBody({ forms: true }))
  .with(readGiven(body, ['text', 'version']))
  .handler(async (known) => {
    const { event, site, own, given } = known;
    const { address } = senderOf(event, app.trustedProxies);
    requireText(own, given);
    const { digests } = await app.secrets();
    const context = { site, now: app.now(), batch: app.newBatch(), address, digests };
    return answerReceipt(app, known, await reviseComment(app, own, given.text, context));
  });
