import { articleComments } from '../src/api/moderator-views.ts';
import { query, type Reply, roles } from '../src/api/moderators/list-article-comments.ts';
import { moderatorsApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, moderator, language, query: { cursor, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const list = [site.id, asked.article, asked.order, asked.status ?? '', moderator.id];
    const cursors = cursorsOf(tokens, 'article', ...list);
    const question = { site: site.id, ...asked, ...cursors.from(cursor) };
    return fitting(asked.limit, async (limit) => {
      const page = await app.store.listOfArticle({ ...question, limit });
      return json<Reply>(200, articleComments(asked.article, cursors.sealed(page), language));
    });
  });
