import { articleComments } from '../src/api/moderator-views.ts';
import { articleCommentsQuery, readQuery } from '../src/api/queries.ts';
import { moderatorsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .use(moderatorsOnly('comments:moderate', 'comments:admin'))
  .handler(async ({ site, article, moderator, language, rawQueryString }) => {
    const { cursor, ...query } = readQuery(articleCommentsQuery, rawQueryString);
    const { tokens } = await app.secrets();
    const list = [site.id, article, query.order, query.status ?? '', moderator.sub];
    const cursors = cursorsOf(tokens, 'article', ...list);
    const page = await app.store.listOfArticle({ site: site.id, article, ...query, ...cursors.from(cursor) });
    return json(200, articleComments(article, cursors.sealed(page), language));
  });
