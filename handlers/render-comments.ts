import { pagePosition, readQuery } from '../src/api/queries.ts';
import { readersApp } from '../src/app.ts';
import { cached, PAGE_CACHE } from '../src/lambda/cached.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { page as fragment, nextPageUrl } from '../src/lambda/http.ts';
import { locateArticle } from '../src/lambda/middleware/locate-article.ts';
import { commentsFragment } from '../src/pages/comments-fragment.ts';
import { listComments } from '../src/use-cases/list-comments.ts';

const app = readersApp();

export const handler = endpoint(app)
  .with(locateArticle())
  .handler(async ({ event, site, article: id, language }) => {
    const { cursor, ...query } = readQuery(pagePosition, event.rawQueryString);
    const { tokens } = await app.secrets();
    const cursors = cursorsOf(tokens, 'comments.html', site.id, id, query.order);
    const question = { site: site.id, article: id, ...query, ...cursors.from(cursor) };
    const { article, page } = await listComments(app, question);
    const next = nextPageUrl(app.baseUrl, event, {
      article: id,
      ...query,
      cursor: cursors.sealed(page).next,
    });
    const markup = commentsFragment({
      language,
      comments: page.items,
      count: article.approved,
      next,
      link: article.link,
      closed: article.mode === 'closed',
    });
    return cached(event, fragment(200, markup, { vary: 'Accept-Language' }), PAGE_CACHE);
  });
