import { pagePosition, readQuery } from '../src/api/queries.ts';
import { commentList } from '../src/api/views.ts';
import { readersApp } from '../src/app.ts';
import { cached, PAGE_CACHE } from '../src/lambda/cached.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json, nextPage } from '../src/lambda/http.ts';
import { locateArticle } from '../src/lambda/middleware/locate-article.ts';
import { listComments } from '../src/use-cases/list-comments.ts';

const app = readersApp();

export const handler = endpoint(app)
  .with(locateArticle())
  .handler(async ({ event, site, article: id }) => {
    const { cursor, ...query } = readQuery(pagePosition, event.rawQueryString);
    const { tokens } = await app.secrets();
    const cursors = cursorsOf(tokens, 'comments', site.id, id, query.order);
    const question = { site: site.id, article: id, ...query, ...cursors.from(cursor) };
    const { article, page } = await listComments(app, question);
    const list = commentList(id, article.approved, cursors.sealed(page));
    const reply = json(200, list, nextPage(app.baseUrl, event, { article: id, ...query, cursor: list.next }));
    return cached(event, reply, PAGE_CACHE);
  });
