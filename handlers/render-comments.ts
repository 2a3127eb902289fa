import { cache, query } from '../src/api/readers/render-comments.ts';
import { readersApp } from '../src/app.ts';
import { cached } from '../src/lambda/cached.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { page as fragment, nextPageUrl } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { commentsFragment } from '../src/pages/comments-fragment.ts';
import { listComments } from '../src/use-cases/list-comments.ts';

const app = readersApp();

export const handler = endpoint(app)
  .with(readQuery(query))
  .handler(async ({ event, site, language, query: { cursor, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const cursors = cursorsOf(tokens, 'comments.html', site.id, asked.article, asked.order);
    const from = cursors.from(cursor);
    const reply = await fitting(asked.limit, async (limit) => {
      const { article, page } = await listComments(app, { site: site.id, ...asked, ...from, limit });
      const markup = commentsFragment({
        language,
        comments: page.items,
        count: article.approved,
        next: nextPageUrl(app.baseUrl, event, { ...asked, cursor: cursors.sealed(page).next }),
        link: article.link,
        closed: article.mode === 'closed',
      });
      return fragment(200, markup, { vary: 'Accept-Language' });
    });
    return cached(event, reply, cache);
  });
