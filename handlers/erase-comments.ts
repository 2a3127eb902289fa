import { body, type Reply } from '../src/api/readers/receipt/erase-comments.ts';
import { ownDataApp } from '../src/app.ts';
import { linkOnSite } from '../src/comment/article.ts';
import { forgetVisitor } from '../src/lambda/forms/visitor-cookie.ts';
import { json, page, wantsPage, withCookies } from '../src/lambda/http.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { authorOf } from '../src/lambda/receipt/author-of.ts';
import { confirmErasure } from '../src/lambda/receipt/confirm-erasure.ts';
import { commentErased } from '../src/lambda/receipt/own-comment.ts';
import { readGiven } from '../src/lambda/receipt/read-given.ts';
import { receiptEndpoint } from '../src/lambda/receipt/receipt-endpoint.ts';
import { receiptPath } from '../src/lambda/receipt/show-receipt.ts';
import { pageHeaders } from '../src/pages/layout.ts';
import { erasedPage } from '../src/pages/receipt/erase-pages.ts';
import { eraseComments } from '../src/use-cases/erase-comments.ts';

const app = ownDataApp();

export const handler = receiptEndpoint(app, { erased: true })
  .with(readBody({ forms: true }))
  .with(readGiven(body, ['visitor']))
  .handler(async (known) => {
    const { event, site, language, own, article, given, input } = known;
    const author = await authorOf(known, given.visitor, app);
    const mustConfirm = input.kind === 'form' && input.fields.get('confirm') !== 'yes';
    if (own.erasedAt !== undefined && (author === undefined || mustConfirm)) throw commentErased();
    const link = article?.link ?? linkOnSite(site, own.articleLink);
    const place = { language, site, link, action: receiptPath(known) };
    if (mustConfirm) {
      const asked = { ...place, isAll: author !== undefined, comment: own, display: site.policy.display };
      return confirmErasure(event, asked);
    }

    const done = await eraseComments(app, own, { site, author, now: app.now(), batch: app.newBatch() });
    if (!wantsPage(event)) return json<Reply>(200, { erased: done.erased, more: done.isMore });
    // The next hundred are found by the cookie, too.
    const isAll = author !== undefined && !done.isMore;
    const erased = page(200, erasedPage({ ...place, done }), pageHeaders());
    return isAll ? withCookies(erased, forgetVisitor(event)) : erased;
  });
