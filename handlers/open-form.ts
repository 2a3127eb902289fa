import { formView } from '../src/api/reader-views.ts';
import { query, type Reply } from '../src/api/readers/open-form.ts';
import { formsApp } from '../src/app.ts';
import { policyFor } from '../src/comment/policies/policy-for.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { HOUR_MS } from '../src/comment/time.ts';
import { checkLinkOrigin } from '../src/lambda/article-origin.ts';
import { challengeFor } from '../src/lambda/challenge-for.ts';
import { visitorCookie } from '../src/lambda/forms/visitor-cookie.ts';
import { page as html, json, wantsPage } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { pageEndpoint } from '../src/lambda/page-endpoint.ts';
import { formPageOf } from '../src/lambda/pages/form-page-of.ts';
import { formPage } from '../src/pages/form-page.ts';
import { pageHeaders } from '../src/pages/layout.ts';

const app = formsApp();

export const handler = pageEndpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, language, query: { article, parent, page, as } }) => {
    checkLinkOrigin(site, page, 'page');
    const cookie = visitorCookie(event);
    const { tokens } = await app.secrets(cookie);
    const [known, answered, challenge] = await Promise.all([
      app.store.readArticle(site.id, article),
      parent ? app.store.findShown({ site: site.id, article, id: parent }) : undefined,
      challengeFor(app, site, article),
    ]);
    if (parent && !answered) throw new Refusal('comment-not-found', 'That comment is not published.');
    const issuedAt = app.now();
    const formToken = tokens.form.issue(site.id, article, { issuedAt, nonce: app.newNonce() });
    if (as === 'page' || wantsPage(event)) {
      const isRemembered = tokens.visitor.read(cookie, site.id, issuedAt) !== undefined;
      const opened = { site, language, article, known, page, formToken, answered, challenge, isRemembered };
      return html(200, formPage(formPageOf(opened)), pageHeaders(site.origins));
    }
    const expiresAt = issuedAt + policyFor(site.policy, article).formToken.maxH * HOUR_MS;
    return json<Reply>(200, formView(formToken, { mode: known?.mode ?? 'open', expiresAt, challenge }));
  });
