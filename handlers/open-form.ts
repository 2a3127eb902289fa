import { formView } from '../src/api/reader-views.ts';
import { query, type Reply } from '../src/api/readers/open-form.ts';
import { readersApp } from '../src/app.ts';
import { HOUR_MS } from '../src/comment/time.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';

const app = readersApp();

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ site, query: { article } }) => {
    const { tokens } = await app.secrets();
    const known = await app.store.readArticle(site.id, article);
    const issuedAt = app.now();
    const token = tokens.form.issue(site.id, article, { issuedAt, nonce: app.newNonce() });
    const expiresAt = issuedAt + site.policy.formToken.maxH * HOUR_MS;
    return json<Reply>(200, formView(token, { mode: known?.mode ?? 'open', expiresAt }));
  });
