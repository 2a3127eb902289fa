import { commentList } from '../src/api/reader-views.ts';
import { cache, query, type Reply } from '../src/api/readers/list-comments.ts';
import { readersApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { timeZoneOf } from '../src/comment/site.ts';
import { cached } from '../src/lambda/cached.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { fitting } from '../src/lambda/fitting.ts';
import { json, nextPage } from '../src/lambda/http.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { pageInstead } from '../src/lambda/pages/page-instead.ts';
import { listComments } from '../src/use-cases/list-comments.ts';

const app = readersApp();

export const handler = endpoint(app, pageInstead())
  .with(readQuery(query))
  .handler(async ({ event, site, query: { cursor, around, ...asked } }) => {
    const { tokens } = await app.secrets(cursor);
    const cursors = cursorsOf(tokens, 'comments', site.id, asked.article, asked.order);
    const from = { ...(around ? { around } : {}), ...cursors.from(cursor) };
    const reply = await fitting(asked.limit, async (limit) => {
      const { article, page, isGone } = await listComments(app, { site: site.id, ...asked, ...from, limit });
      if (isGone)
        throw new Refusal('comment-not-found', 'There is no such comment on this article (any more).');
      const { display } = site.policy;
      const shown = {
        id: asked.article,
        count: article.approved,
        closed: article.mode === 'closed',
        timeZone: timeZoneOf(site),
        ...display,
      };
      const list = commentList(shown, cursors.sealed(page));
      const { next, previous } = list;
      return json<Reply>(200, list, nextPage(app.baseUrl, event, { ...asked, cursor: next, previous }));
    });
    return cached(event, reply, cache);
  });
