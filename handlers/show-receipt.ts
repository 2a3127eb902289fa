import { articleForAuthor, receiptView } from '../src/api/reader-views.ts';
import type { Reply } from '../src/api/readers/show-receipt.ts';
import { authorsApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { chain } from '../src/lambda/chain.ts';
import { json, page, wantsPage } from '../src/lambda/http.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';
import { pageHeaders } from '../src/pages/layout.ts';
import { receiptPage } from '../src/pages/receipt-page.ts';

const app = authorsApp();

export const handler = chain(answer(), formRefusals(app)).handler(async ({ event }) => {
  const { receipt = '' } = event.pathParameters ?? {};
  const { tokens } = await app.secrets(receipt);
  const ref = tokens.receipt.read(receipt);
  const comment = ref && (await app.store.find(ref));
  const isPast = (comment?.expiresAt ?? Number.POSITIVE_INFINITY) <= app.now();
  if (!comment || isPast)
    throw new Refusal('receipt-not-found', 'There is no comment behind this receipt (any more).');
  const article = await app.store.readArticle(comment.site, comment.article);
  const view = receiptView(comment, article);
  if (!wantsPage(event)) return json<Reply>(200, view);
  const { status, because } = view;
  const seen = { ...articleForAuthor(comment, article), published: view.links.self };
  const shown = receiptPage({ language: comment.language, status, because, comment, article: seen });
  return page(200, shown, pageHeaders());
});
