import { articleComments } from '../src/api/moderator-views.ts';
import { articleCommentsQuery, readQuery } from '../src/api/queries.ts';
import { moderatorsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { locateArticle } from '../src/lambda/middleware/locate-article.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .with(locateArticle())
  .handler(async ({ event, site, moderator, language }) => {
    const { cursor, ...query } = readQuery(articleCommentsQuery, event.rawQueryString);
    const { tokens } = await app.secrets();
    const list = [site.id, query.article, query.order, query.status ?? '', moderator.sub];
    const cursors = cursorsOf(tokens, 'article', ...list);
    const page = await app.store.listOfArticle({ site: site.id, ...query, ...cursors.from(cursor) });
    return json(200, articleComments(query.article, cursors.sealed(page), language));
  });
