import { receiptView } from '../src/api/reader-views.ts';
import type { Reply } from '../src/api/readers/show-receipt.ts';
import { authorsApp } from '../src/app.ts';
import { chain } from '../src/lambda/chain.ts';
import { json, page, wantsPage } from '../src/lambda/http.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';
import { noReceipt, openReceipt } from '../src/lambda/middleware/open-receipt.ts';
import { receiptOf } from '../src/lambda/pages/receipt.ts';
import { pageHeaders } from '../src/pages/layout.ts';
import { receiptPage } from '../src/pages/receipt-page.ts';

const app = authorsApp();

export const handler = chain(answer(), formRefusals(app))
  .with(openReceipt(app))
  .handler(async ({ event, site, comment, article }) => {
    const isPast = (comment?.expiresAt ?? Number.POSITIVE_INFINITY) <= app.now();
    if (!comment || isPast) throw noReceipt();
    if (!wantsPage(event)) return json<Reply>(200, receiptView(comment, article));
    return page(200, receiptPage(receiptOf(site, comment, article, app.baseUrl)), pageHeaders());
  });
